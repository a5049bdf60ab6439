package farol.checklists.gate;

import farol.checklists.checklist.Check;
import farol.checklists.evidence.EvidenceFact;
import farol.checklists.evidence.Kind;
import farol.checklists.evidence.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The records that count for one check at one instant, reduced to the newest of each sort: what a
 * machine concluded, what a person attested, and when a machine could not tell.
 */
record Weighing(
    Check check,
    @Nullable EvidenceFact machine,
    @Nullable EvidenceFact attested,
    @Nullable EvidenceFact unsure) {
  private static final Comparator<EvidenceFact> AGE =
      Comparator.comparing(EvidenceFact::observedAt)
          .thenComparing(EvidenceFact::recordedAt)
          .thenComparing(EvidenceFact::id);

  /** A state with the record that decided it and, where needed, a sentence. */
  record State(CheckState state, @Nullable String reason, @Nullable EvidenceFact evidence) {}

  /**
   * Weighs the records of the check that exist by {@code known} and were observed by {@code at}.
   */
  static Weighing of(Check check, List<EvidenceFact> records, Instant at, Instant known) {
    EvidenceFact machine = null;
    EvidenceFact attested = null;
    EvidenceFact unsure = null;
    for (var fact : records) {
      if (fact.recordedAt().isAfter(known)
          || fact.observedAt().isAfter(at)
          || !counts(check, fact)) {
        continue;
      }
      if (fact.kind() == Kind.ATTESTED) {
        attested = stands(fact, known) ? newer(attested, fact) : attested;
      } else if (fact.result() == Result.UNKNOWN) {
        unsure = newer(unsure, fact);
      } else {
        machine = newer(machine, fact);
      }
    }
    return new Weighing(check, machine, attested, unsure);
  }

  /** A machine's no is cleared by a machine's yes, never by age, never by a person's word. */
  State state(Instant at) {
    if (machine != null && machine.result() == Result.FAIL) {
      return new State(CheckState.FAILING, said(machine), machine);
    }
    if (machine != null && valid(machine, at)) {
      return new State(CheckState.PASSING, remark(machine), machine);
    }
    if (attested != null && attested.result() == Result.PASS && valid(attested, at)) {
      return new State(CheckState.PASSING, remark(attested), attested);
    }
    if (unsure != null && newest(unsure)) {
      return new State(CheckState.UNKNOWN, said(unsure), unsure);
    }
    var last = newerOf(machine, attested);
    if (last != null) {
      return new State(CheckState.STALE, "Its evidence ended at " + last.end(check), last);
    }
    return new State(CheckState.MISSING, "No evidence yet", null);
  }

  private static boolean counts(Check check, EvidenceFact fact) {
    if (fact.checkRevision() != check.revision()) {
      return false;
    }
    return switch (fact.kind()) {
      case COLLECTED ->
          fact.collector() != null && fact.collector().equals(check.evidence().collector());
      case PUSHED -> check.evidence().push();
      case ATTESTED -> check.evidence().attest() != null;
      case GATE -> check.provedByLaunch();
    };
  }

  private static boolean stands(EvidenceFact fact, Instant known) {
    return fact.withdrawnAt() == null || fact.withdrawnAt().isAfter(known);
  }

  private boolean valid(EvidenceFact fact, Instant at) {
    var end = fact.end(check);
    return end == null || at.isBefore(end);
  }

  private boolean newest(EvidenceFact fact) {
    return (machine == null || AGE.compare(fact, machine) > 0)
        && (attested == null || AGE.compare(fact, attested) > 0);
  }

  private @Nullable String remark(EvidenceFact deciding) {
    return unsure != null && AGE.compare(unsure, deciding) > 0 ? "last collection failed" : null;
  }

  private static String said(EvidenceFact fact) {
    return fact.summary() != null
        ? fact.summary()
        : "Evidence of %s says %s"
            .formatted(fact.observedAt(), fact.result().name().toLowerCase(Locale.ROOT));
  }

  private static EvidenceFact newer(@Nullable EvidenceFact one, EvidenceFact other) {
    return one != null && AGE.compare(one, other) > 0 ? one : other;
  }

  private static @Nullable EvidenceFact newerOf(
      @Nullable EvidenceFact one, @Nullable EvidenceFact other) {
    return other == null ? one : newer(one, other);
  }
}
