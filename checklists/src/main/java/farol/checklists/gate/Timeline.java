package farol.checklists.gate;

import farol.checklists.checklist.Check;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.evidence.EvidenceFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states of the checks of one service over time. Up to {@code now} each instant is judged by
 * what was recorded then; after it, by what is recorded at {@code now}.
 */
final class Timeline {
  private final Facts facts;
  private final Instant now;
  private final Map<String, List<ChecklistVersion>> versions;
  private final Map<String, List<EvidenceFact>> evidence;

  Timeline(Facts facts, Instant now) {
    this.facts = facts;
    this.now = now;
    this.versions =
        facts.checklists().stream()
            .collect(
                Collectors.groupingBy(ChecklistVersion::id, TreeMap::new, Collectors.toList()));
    this.evidence = facts.evidence().stream().collect(Collectors.groupingBy(EvidenceFact::check));
  }

  /** A check with the version that brings it. */
  record InForce(ChecklistVersion version, Check check) {}

  /** How one check stands at one instant. */
  record Judgement(
      CheckState state,
      @Nullable CheckState underlying,
      @Nullable String reason,
      @Nullable EvidenceFact evidence,
      @Nullable WaiverFact waiver) {
    static Judgement without(CheckState state, String reason) {
      return new Judgement(state, null, reason, null, null);
    }
  }

  /** Of each checklist the highest version in force, where it guards the stage asked about. */
  List<ChecklistVersion> guarding(Instant at) {
    var guarding = new ArrayList<ChecklistVersion>();
    for (var all : versions.values()) {
      all.stream()
          .filter(version -> !version.effectiveFrom().isAfter(at))
          .max(Comparator.comparingInt(ChecklistVersion::version))
          .filter(version -> version.document().gates() == facts.stage())
          .ifPresent(guarding::add);
    }
    return guarding;
  }

  List<InForce> checks(Instant at) {
    var checks = new ArrayList<InForce>();
    for (var version : guarding(at)) {
      version.document().checks().forEach(check -> checks.add(new InForce(version, check)));
    }
    return checks;
  }

  Judgement judge(InForce inForce, Instant at) {
    var check = inForce.check();
    var known = at.isBefore(now) ? at : now;
    var outside = outside(inForce, at, known);
    if (outside != null) {
      return outside;
    }
    var records = evidence.getOrDefault(check.id(), List.of());
    var state = Weighing.of(check, records, at, known).state(at);
    var waiver = state.state().notHolding() ? waiver(check, at, known) : null;
    return waiver == null
        ? new Judgement(state.state(), null, state.reason(), state.evidence(), null)
        : new Judgement(
            CheckState.WAIVED,
            state.state(),
            "Waived until %s; beneath: %s".formatted(waiver.end(), state.reason()),
            state.evidence(),
            waiver);
  }

  /** From when the check has not held without a break, null while it holds. */
  @Nullable Instant since(String checkId) {
    Instant since = null;
    var floor = facts.service().stage().live() ? facts.service().launchedAt() : null;
    for (var at : turns(checkId).headSet(now, true).descendingSet()) {
      if (!notHolding(checkId, at)) {
        return since == null ? null : later(since, floor);
      }
      since = at;
      if (floor != null && !at.isAfter(floor)) {
        return floor;
      }
    }
    return since == null ? null : later(since, floor);
  }

  /**
   * Every instant at which the state of the check may turn; between two of them it stands still.
   */
  NavigableSet<Instant> turns(String checkId) {
    var turns = new TreeSet<Instant>();
    facts.checklists().forEach(version -> turns.add(version.effectiveFrom()));
    for (var fact : evidence.getOrDefault(checkId, List.of())) {
      turns.add(fact.observedAt());
      turns.add(fact.recordedAt());
      add(turns, fact.withdrawnAt());
      facts
          .checklists()
          .forEach(
              version ->
                  version
                      .document()
                      .check(checkId)
                      .ifPresent(check -> add(turns, fact.end(check))));
    }
    for (var waiver : facts.waivers()) {
      if (waiver.check().equals(checkId)) {
        turns.addAll(List.of(waiver.start(), waiver.end()));
        add(turns, waiver.approvedAt());
        add(turns, waiver.revokedAt());
      }
    }
    for (var tailoring : facts.tailorings()) {
      if (tailoring.check().equals(checkId)) {
        turns.add(tailoring.reviewBy());
        add(turns, tailoring.approvedAt());
      }
    }
    return turns;
  }

  static Duration grace(InForce inForce) {
    return inForce.version().document().grace().length();
  }

  private boolean notHolding(String checkId, Instant at) {
    return checks(at).stream()
        .filter(inForce -> inForce.check().id().equals(checkId))
        .anyMatch(inForce -> judge(inForce, at).state().notHolding());
  }

  private @Nullable Judgement outside(InForce inForce, Instant at, Instant known) {
    var service = facts.service();
    var check = inForce.check();
    for (var appliesTo : List.of(inForce.version().document().appliesTo(), check.appliesTo())) {
      if (!appliesTo.coversTier(service.tier())) {
        return Judgement.without(
            CheckState.NOT_APPLICABLE, "Not asked of services of tier " + service.tier());
      }
      if (!appliesTo.coversType(service.type())) {
        return Judgement.without(
            CheckState.NOT_APPLICABLE, "Not asked of services of type " + service.type());
      }
    }
    for (var tailoring : facts.tailorings()) {
      if (tailoring.check().equals(check.id()) && tailoring.covers(at, known)) {
        return Judgement.without(
            CheckState.NOT_APPLICABLE, "Tailored out until its review at " + tailoring.reviewBy());
      }
    }
    if (!check.provedByLaunch()) {
      return null;
    }
    if (!service.stage().live()) {
      return Judgement.without(CheckState.AT_LAUNCH, "The launch itself proves it");
    }
    return service.adopted()
        ? Judgement.without(
            CheckState.NOT_APPLICABLE, "In production before Farol knew it: never launched")
        : null;
  }

  private @Nullable WaiverFact waiver(Check check, Instant at, Instant known) {
    return check.waiver() == null
        ? null
        : facts.waivers().stream()
            .filter(waiver -> waiver.check().equals(check.id()) && waiver.covers(at, known))
            .max(Comparator.comparing(WaiverFact::end))
            .orElse(null);
  }

  private static void add(NavigableSet<Instant> turns, @Nullable Instant turn) {
    if (turn != null) {
      turns.add(turn);
    }
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
