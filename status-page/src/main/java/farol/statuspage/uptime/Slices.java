package farol.statuspage.uptime;

import farol.statuspage.component.Claim;
import farol.statuspage.component.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Cuts time at every boundary of the claims and gives each slice the worst state said of it. Runs
 * in n log n of the claims.
 */
final class Slices {
  private record Edge(long at, State state, int step) {}

  private Slices() {}

  /** The claims known at {@code asOf}, without those that another known one corrects. */
  static List<Claim> known(List<Claim> claims, Instant asOf) {
    var known = claims.stream().filter(claim -> !claim.recordedAt().isAfter(asOf)).toList();
    var corrected = new HashSet<UUID>();
    known.stream().map(Claim::supersedes).filter(Objects::nonNull).forEach(corrected::add);
    return known.stream().filter(claim -> !corrected.contains(claim.id())).toList();
  }

  /** Slices that fill {@code [from, to)} without gaps, cut at {@code cuts} as well. */
  static List<Slice> over(
      List<Claim> claims, Duration notice, long from, long to, List<Long> cuts) {
    var edges = new ArrayList<Edge>();
    for (var claim : claims) {
      parts(claim, notice, to).forEach(part -> add(edges, part, from, to));
    }
    cuts.forEach(cut -> edges.add(new Edge(cut, State.OPERATIONAL, 0)));
    edges.sort(Comparator.comparingLong(Edge::at));
    return sweep(edges, from, to);
  }

  private static void add(List<Edge> edges, Slice part, long from, long to) {
    var begins = Math.max(part.from(), from);
    var ends = Math.min(part.to(), to);
    if (begins < ends) {
      edges.add(new Edge(begins, part.state(), 1));
      edges.add(new Edge(ends, part.state(), -1));
    }
  }

  private static List<Slice> sweep(List<Edge> edges, long from, long to) {
    var slices = new ArrayList<Slice>();
    var open = new EnumMap<State, Integer>(State.class);
    var at = from;
    for (var edge : edges) {
      if (edge.at() > at && edge.at() <= to) {
        slices.add(new Slice(at, edge.at(), worst(open)));
        at = edge.at();
      }
      open.merge(edge.state(), edge.step(), Integer::sum);
    }
    if (at < to) {
      slices.add(new Slice(at, to, worst(open)));
    }
    return slices;
  }

  private static State worst(Map<State, Integer> open) {
    return Arrays.stream(State.values())
        .filter(state -> open.getOrDefault(state, 0) > 0)
        .reduce(State.OPERATIONAL, State::worse);
  }

  /** A maintenance counts as such inside a window announced in time; the rest is its severity. */
  private static List<Slice> parts(Claim claim, Duration notice, long end) {
    var from = claim.from().toEpochMilli();
    var to = claim.to() == null ? end : claim.to().toEpochMilli();
    var window = claim.window();
    if (claim.state() != State.UNDER_MAINTENANCE || window == null) {
      return List.of(new Slice(from, to, claim.state()));
    }
    var severity = Objects.requireNonNullElse(claim.severity(), State.PARTIAL_OUTAGE);
    if (window.announcedAt().isAfter(window.from().minus(notice))) {
      return List.of(new Slice(from, to, severity));
    }
    var opens = Math.clamp(window.from().toEpochMilli(), from, Math.max(from, to));
    var closes = Math.clamp(window.to().toEpochMilli(), opens, Math.max(opens, to));
    return List.of(
        new Slice(from, opens, severity),
        new Slice(opens, closes, State.UNDER_MAINTENANCE),
        new Slice(closes, to, severity));
  }
}
