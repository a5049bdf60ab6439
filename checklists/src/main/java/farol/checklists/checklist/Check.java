package farol.checklists.checklist;

import farol.alerting.catalog.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question with its rules.
 *
 * @param id stable for ever, never reused
 * @param revision raising it voids older evidence
 * @param required false makes it advisory: shown, never part of the verdict
 * @param waiver null when nobody may waive it
 */
public record Check(
    String id,
    int revision,
    String title,
    String why,
    String fix,
    boolean required,
    AppliesTo appliesTo,
    EvidenceRule evidence,
    @Nullable WaiverRule waiver) {
  /** The collector of the two checks that the launch itself proves. */
  public static final String GATE = "gate";

  /** Every collector a check may name. */
  public static final Set<String> COLLECTORS =
      Set.of(
          "runbook-library",
          "paas-parity",
          "ticket-link",
          "page-drill",
          "drill-runs",
          "log-sample",
          "tls-probe",
          "secret-keys",
          GATE);

  /**
   * What evidence counts, and for how long.
   *
   * @param collector the one collector whose records count; null when none does
   * @param ttl null means once and for ever
   * @param push whether a pushed record counts
   * @param attest null when nobody's word counts
   */
  public record EvidenceRule(
      @Nullable String collector, @Nullable Span ttl, boolean push, @Nullable Attest attest) {
    public static final Duration TTL_MAX = Duration.ofDays(400);

    public EvidenceRule {
      if (ttl != null && (!ttl.length().isPositive() || ttl.length().compareTo(TTL_MAX) > 0)) {
        throw new IllegalArgumentException(
            "Evidence lives for more than nothing, at most 400 days");
      }
      if (ttl == null && !GATE.equals(collector)) {
        throw new IllegalArgumentException("Only evidence of the gate holds once and for ever");
      }
      if (collector == null && !push && attest == null) {
        throw new IllegalArgumentException("A check accepts evidence of some kind");
      }
    }
  }

  /** A person's word: how long it counts, whether it needs a link, and from which role. */
  public record Attest(Span ttl, boolean link, Role role) {}

  /** How long an exception may last, and which team decides it (null: no particular one). */
  public record WaiverRule(Span max, @Nullable String approver) {
    public static final Duration MAX = Duration.ofDays(90);

    public WaiverRule {
      if (!max.length().isPositive() || max.length().compareTo(MAX) > 0) {
        throw new IllegalArgumentException("A waiver lasts at most 90 days");
      }
    }
  }

  /** True for the two checks that the launch itself proves. */
  public boolean provedByLaunch() {
    return GATE.equals(evidence.collector());
  }

  public Optional<WaiverRule> waivers() {
    return Optional.ofNullable(waiver);
  }

  public Optional<Attest> attestations() {
    return Optional.ofNullable(evidence.attest());
  }
}
