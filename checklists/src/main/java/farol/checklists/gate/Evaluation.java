package farol.checklists.gate;

import farol.checklists.gate.Timeline.InForce;
import farol.checklists.gate.Timeline.Judgement;
import farol.checklists.gate.Verdict.CheckVerdict;
import farol.checklists.gate.Verdict.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one function behind every door of the gate. Pure: it reads no clock and no table; all
 * intervals are half-open.
 */
public final class Evaluation {
  private static final Duration ADOPTION_GRACE = Duration.ofDays(30);

  private final Facts facts;
  private final Instant now;
  private final Timeline timeline;

  private Evaluation(Facts facts, Instant now) {
    this.facts = facts;
    this.now = now;
    this.timeline = new Timeline(facts, now);
  }

  /** Decides whether the service may stand in the stage asked about at {@code now}. */
  public static Verdict evaluate(Facts facts, Instant now) {
    return new Evaluation(facts, now).verdict();
  }

  /** A check in force with its state at one instant. */
  private record Stands(InForce inForce, Judgement judgement) {
    boolean required() {
      return inForce.check().required();
    }

    CheckState state() {
      return judgement.state();
    }
  }

  private Verdict verdict() {
    var standing = stands(now);
    var checks = standing.stream().map(this::checkVerdict).toList();
    var graceUntil = graceUntil(standing, checks);
    return new Verdict(
        facts.service(),
        facts.stage(),
        outcome(standing, now),
        Sentence.of(
            outcome(standing, now), facts.stage(), !timeline.guarding(now).isEmpty(), checks),
        now,
        validUntil(standing),
        timeline.guarding(now),
        score(standing),
        checks,
        standing(graceUntil),
        graceUntil);
  }

  private List<Stands> stands(Instant at) {
    return timeline.checks(at).stream()
        .map(inForce -> new Stands(inForce, timeline.judge(inForce, at)))
        .toList();
  }

  private CheckVerdict checkVerdict(Stands stands) {
    var check = stands.inForce().check();
    var judged = stands.judgement();
    var evidence = judged.evidence();
    return new CheckVerdict(
        check,
        stands.inForce().version().id(),
        judged.state(),
        judged.underlying(),
        judged.state().notHolding() ? timeline.since(check.id()) : null,
        judged.reason(),
        evidence,
        evidence == null ? null : evidence.end(check),
        judged.waiver());
  }

  private Outcome outcome(List<Stands> standing, Instant at) {
    if (timeline.guarding(at).isEmpty()) {
      return Outcome.ALLOW;
    }
    var states =
        standing.stream()
            .filter(Stands::required)
            .map(Stands::state)
            .filter(state -> state != CheckState.NOT_APPLICABLE)
            .collect(Collectors.toSet());
    if (states.contains(CheckState.FAILING)
        || states.contains(CheckState.STALE)
        || states.contains(CheckState.MISSING)) {
      return Outcome.DENY;
    }
    if (states.isEmpty() || states.contains(CheckState.UNKNOWN)) {
      return Outcome.UNKNOWN;
    }
    return states.contains(CheckState.WAIVED) ? Outcome.ALLOW_WITH_WAIVERS : Outcome.ALLOW;
  }

  private static Score score(List<Stands> standing) {
    var applicable = standing.stream().filter(one -> one.state().applicable()).count();
    var passing = standing.stream().filter(one -> one.state() == CheckState.PASSING).count();
    return new Score((int) passing, (int) applicable);
  }

  private @Nullable Instant graceUntil(List<Stands> standing, List<CheckVerdict> checks) {
    if (!facts.service().stage().live()) {
      return null;
    }
    Instant earliest = null;
    for (var index = 0; index < checks.size(); index++) {
      var since = checks.get(index).since();
      if (since == null || !standing.get(index).required()) {
        continue;
      }
      var until = since.plus(Timeline.grace(standing.get(index).inForce()));
      earliest = earliest == null || until.isBefore(earliest) ? until : earliest;
    }
    return earliest == null ? null : afterAdoption(earliest);
  }

  private Instant afterAdoption(Instant graceUntil) {
    var adoptedAt = facts.service().launchedAt();
    if (!facts.service().adopted() || adoptedAt == null) {
      return graceUntil;
    }
    var least = adoptedAt.plus(ADOPTION_GRACE);
    return least.isAfter(graceUntil) ? least : graceUntil;
  }

  private @Nullable Standing standing(@Nullable Instant graceUntil) {
    if (!facts.service().stage().live()) {
      return null;
    }
    if (graceUntil == null) {
      return Standing.GOOD;
    }
    return now.isBefore(graceUntil) ? Standing.GRACE : Standing.DEGRADED;
  }

  /** The first instant at which the checks, a state or the verdict differ with no new record. */
  private @Nullable Instant validUntil(List<Stands> present) {
    var published = new TreeSet<Instant>();
    facts.checklists().forEach(version -> published.add(version.effectiveFrom()));
    var ahead = new ArrayList<>(published.tailSet(now, false));
    var start = now;
    for (var index = 0; ; index++) {
      var end = index < ahead.size() ? ahead.get(index) : null;
      var turn = firstTurn(present, start, end);
      if (turn != null || end == null) {
        return turn;
      }
      if (!same(present, end)) {
        return end;
      }
      start = end;
    }
  }

  private @Nullable Instant firstTurn(List<Stands> present, Instant start, @Nullable Instant end) {
    Instant first = null;
    var inForce = timeline.checks(start);
    for (var index = 0; index < inForce.size(); index++) {
      var check = inForce.get(index);
      for (var at : timeline.turns(check.check().id()).tailSet(start, false)) {
        if ((end != null && !at.isBefore(end)) || (first != null && !at.isBefore(first))) {
          break;
        }
        if (timeline.judge(check, at).state() != present.get(index).state()) {
          first = at;
        }
      }
    }
    return first;
  }

  private boolean same(List<Stands> present, Instant at) {
    var then = stands(at);
    return outcome(present, now) == outcome(then, at) && states(present).equals(states(then));
  }

  private static List<String> states(List<Stands> standing) {
    return standing.stream()
        .map(one -> one.inForce().check().id() + " " + one.state().word())
        .toList();
  }
}
