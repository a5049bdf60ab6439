package farol.alerting.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, half-open: {@code start} belongs to it, {@code end} does not. */
record Interval(Instant start, Instant end) {
  Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("An interval has a length: %s, %s".formatted(start, end));
    }
  }

  /** The interval, unless it would be empty. */
  static Optional<Interval> of(Instant start, Instant end) {
    return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
  }

  Optional<Interval> intersect(Interval other) {
    return of(max(start, other.start), min(end, other.end));
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** The same stretches, sorted, with those that overlap or touch made one. */
  static List<Interval> united(List<Interval> intervals) {
    var sorted = intervals.stream().sorted(Comparator.comparing(Interval::start)).toList();
    var united = new ArrayList<Interval>();
    for (var next : sorted) {
      if (!united.isEmpty() && !next.start.isAfter(united.getLast().end)) {
        var last = united.removeLast();
        united.add(new Interval(last.start, max(last.end, next.end)));
      } else {
        united.add(next);
      }
    }
    return united;
  }

  /** What of {@code whole} none of these covers. */
  static List<Interval> gaps(Interval whole, List<Interval> covering) {
    var gaps = new ArrayList<Interval>();
    var reached = whole.start;
    for (var covered : united(covering)) {
      of(reached, min(covered.start, whole.end)).ifPresent(gaps::add);
      reached = max(reached, covered.end);
    }
    of(reached, whole.end).ifPresent(gaps::add);
    return gaps;
  }

  static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
