package farol.checklists.gate;

import farol.checklists.checklist.Check;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.evidence.EvidenceFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a service at one instant. Made by {@link Evaluation} alone, so that every
 * door gives the same answer.
 *
 * @param reason one sentence
 * @param validUntil the first instant at which it would differ with no new record; null if never
 * @param standing null while the service is not live
 * @param graceUntil when the standing turns degraded; null while everything holds
 */
public record Verdict(
    Subject service,
    farol.checklists.checklist.Stage stage,
    Outcome outcome,
    String reason,
    Instant evaluatedAt,
    @Nullable Instant validUntil,
    List<ChecklistVersion> checklists,
    Score score,
    List<CheckVerdict> checks,
    @Nullable Standing standing,
    @Nullable Instant graceUntil) {
  public Verdict {
    checklists = List.copyOf(checklists);
    checks = List.copyOf(checks);
  }

  /** Informs, never decides. The percentage is rounded down, null when nothing applies. */
  public record Score(int passing, int applicable) {
    public @Nullable Integer percent() {
      return applicable == 0 ? null : 100 * passing / applicable;
    }
  }

  /**
   * One check, in the order of its document.
   *
   * @param underlying the state beneath a waiver; null without one
   * @param since from when it has not held; null while it holds
   * @param reason one sentence; null only while passing without remark
   * @param evidence the record that decided; null where none did
   * @param evidenceUntil when that record's life ends; null where it never does
   */
  public record CheckVerdict(
      Check check,
      String checklist,
      CheckState state,
      @Nullable CheckState underlying,
      @Nullable Instant since,
      @Nullable String reason,
      @Nullable EvidenceFact evidence,
      @Nullable Instant evidenceUntil,
      @Nullable WaiverFact waiver) {}

  /** The required checks that do not hold, in order. */
  public List<CheckVerdict> notHolding() {
    return checks.stream()
        .filter(one -> one.check().required() && one.state().notHolding())
        .toList();
  }
}
