package farol.checklists.gate;

import static farol.checklists.gate.CheckState.AT_LAUNCH;
import static farol.checklists.gate.CheckState.FAILING;
import static farol.checklists.gate.CheckState.MISSING;
import static farol.checklists.gate.CheckState.NOT_APPLICABLE;
import static farol.checklists.gate.CheckState.PASSING;
import static farol.checklists.gate.CheckState.STALE;
import static farol.checklists.gate.CheckState.WAIVED;
import static farol.checklists.gate.Given.NINE;
import static farol.checklists.gate.Outcome.ALLOW;
import static farol.checklists.gate.Outcome.DENY;
import static farol.checklists.gate.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import farol.checklists.checklist.AppliesTo;
import farol.checklists.checklist.Checklist;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Shipped;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.Kind;
import farol.checklists.evidence.Result;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  @Test
  void deniesAServiceWithoutEvidence() {
    var verdict = new Given().verdict("09:00:00");

    assertThat(verdict.outcome()).isEqualTo(DENY);
    assertThat(verdict.notHolding()).hasSize(8).allMatch(one -> one.state() == MISSING);
    assertThat(Given.standing(verdict, "launch-email").state()).isEqualTo(AT_LAUNCH);
    assertThat(Given.standing(verdict, "production-board").state()).isEqualTo(AT_LAUNCH);
    assertThat(verdict.score()).isEqualTo(new Verdict.Score(0, 8));
    assertThat(verdict.reason()).startsWith("8 of 8 checks do not hold: ops-docs (missing), ");
    assertThat(verdict.validUntil()).isNull();
  }

  @Test
  void allowsUntilTheFirstEvidenceEnds() {
    var given =
        new Given()
            .allPassAt("08:00:00", "enforces-ssl")
            .collected("enforces-ssl", Result.PASS, "2026-03-01T18:00:00Z");

    assertThat(given.verdict("09:00:00").outcome()).isEqualTo(ALLOW);
    assertThat(given.verdict("09:00:00").validUntil()).isEqualTo("2026-03-02T18:00:00Z");
    assertThat(given.verdict("17:59:59.999").outcome()).isEqualTo(ALLOW);
    var ended = given.verdict("18:00:00");
    assertThat(ended.outcome()).isEqualTo(DENY);
    assertThat(Given.standing(ended, "enforces-ssl").state()).isEqualTo(STALE);
    assertThat(Given.standing(ended, "enforces-ssl").since()).isEqualTo("2026-03-02T18:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "09:05:00, DENY",
    "09:10:00, ALLOW_WITH_WAIVERS",
    "09:59:59, ALLOW_WITH_WAIVERS",
    "10:00:00, DENY"
  })
  void aWaiverHoldsFromItsApprovalToItsEnd(String time, Outcome expected) {
    var given =
        new Given()
            .allPassAt("08:00:00", "structured-logging")
            .collected("structured-logging", Result.FAIL, "08:00:00")
            .waiver("structured-logging", "09:00:00", "10:00:00", "09:10:00");

    assertThat(given.verdict(time).outcome()).isEqualTo(expected);
  }

  @Test
  void keepsTheStateBeneathAWaiverVisible() {
    var verdict =
        new Given()
            .allPassAt("08:00:00", "structured-logging")
            .collected("structured-logging", Result.FAIL, "08:00:00")
            .waiver("structured-logging", "09:00:00", "10:00:00", "09:00:00")
            .verdict("09:30:00");

    assertThat(Given.standing(verdict, "structured-logging").state()).isEqualTo(WAIVED);
    assertThat(Given.standing(verdict, "structured-logging").underlying()).isEqualTo(FAILING);
    assertThat(Given.standing(verdict, "structured-logging").since()).isNull();
    assertThat(verdict.score()).isEqualTo(new Verdict.Score(7, 8));
    assertThat(verdict.score().percent()).isEqualTo(87);
    assertThat(verdict.validUntil()).isEqualTo("2026-03-02T10:00:00Z");
  }

  @Test
  void aPersonsWordDoesNotClearAMachinesNo() {
    var verdict =
        new Given()
            .allPassAt("08:00:00", "security-audit")
            .collected("security-audit", Result.FAIL, "08:00:00")
            .attested("security-audit", "08:30:00")
            .verdict("09:00:00");

    assertThat(Given.standing(verdict, "security-audit").state()).isEqualTo(FAILING);
    assertThat(verdict.outcome()).isEqualTo(DENY);
  }

  @Test
  void ageDoesNotClearAMachinesNo() {
    var verdict =
        new Given()
            .collected("enforces-ssl", Result.FAIL, "2025-06-01T00:00:00Z")
            .verdict("09:00:00");

    assertThat(Given.standing(verdict, "enforces-ssl").state()).isEqualTo(FAILING);
  }

  @Test
  void aFailedCollectionLeavesAValidPassStanding() {
    var given =
        new Given()
            .allPassAt("08:00:00", "creds-rotation")
            .collected("creds-rotation", Result.PASS, "2026-02-28T09:00:00Z")
            .collected("creds-rotation", Result.UNKNOWN, "08:59:59");

    var creds = Given.standing(given.verdict("09:00:00"), "creds-rotation");
    assertThat(creds.state()).isEqualTo(PASSING);
    assertThat(creds.reason()).isEqualTo("last collection failed");
  }

  @Test
  void aFailedCollectionAfterTheEndIsUnknown() {
    var verdict =
        new Given()
            .allPassAt("08:00:00", "creds-rotation")
            .collected("creds-rotation", Result.PASS, "2026-01-01T09:00:00Z")
            .collected("creds-rotation", Result.UNKNOWN, "08:59:59")
            .verdict("09:00:00");

    assertThat(Given.standing(verdict, "creds-rotation").state()).isEqualTo(CheckState.UNKNOWN);
    assertThat(verdict.outcome()).isEqualTo(UNKNOWN);
  }

  @Test
  void nothingCoversAServiceOfAnotherTier() {
    var all = Shipped.version().document();
    var critical =
        new Checklist(
            all.id(),
            all.title(),
            all.gates(),
            all.grace(),
            false,
            new AppliesTo(Set.of(1, 2), Set.of()),
            all.checks());
    var verdict =
        new Given()
            .service(3, Stage.BETA, null, false)
            .checklists(new ChecklistVersion(1, Instant.EPOCH, "upload", "", critical))
            .verdict("09:00:00");

    assertThat(verdict.outcome()).isEqualTo(UNKNOWN);
    assertThat(verdict.reason()).isEqualTo("Nothing covers this service");
    assertThat(verdict.checks()).hasSize(10).allMatch(one -> one.state() == NOT_APPLICABLE);
    assertThat(verdict.score().percent()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2026-03-15T02:59:59Z, GRACE", "2026-03-15T03:00:00Z, DEGRADED"})
  void graceRunsFromWhenTheCheckStoppedHolding(String time, Standing expected) {
    var given = new Given().service(1, Stage.PRODUCTION, "2025-06-01T00:00:00Z", false);
    for (var check : Shipped.version().document().checks()) {
      var kind = check.provedByLaunch() ? Kind.GATE : Kind.COLLECTED;
      given.record(check.id(), kind, Result.PASS, "2026-02-28T12:00:00Z");
    }
    given.collected("enforces-ssl", Result.FAIL, "2026-03-01T03:00:00Z");
    for (var check : new String[] {"ops-docs", "staging-parity", "structured-logging"}) {
      for (var day = 1; day <= 15; day++) {
        given.collected(check, Result.PASS, "2026-03-%02dT02:00:00Z".formatted(day));
      }
    }

    var verdict = given.verdict(time);

    assertThat(Given.standing(verdict, "enforces-ssl").since()).isEqualTo("2026-03-01T03:00:00Z");
    assertThat(verdict.standing()).isEqualTo(expected);
    assertThat(verdict.graceUntil()).isEqualTo("2026-03-15T03:00:00Z");
    assertThat(verdict.service().stage()).isEqualTo(Stage.PRODUCTION);
  }

  @Test
  void anAdoptedServiceHasThirtyDaysAndOwesNoLaunch() {
    var verdict =
        new Given().service(1, Stage.PRODUCTION, "2026-03-01T00:00:00Z", true).verdict("09:00:00");

    assertThat(Given.standing(verdict, "launch-email").state()).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict.graceUntil()).isEqualTo("2026-03-31T00:00:00Z");
    assertThat(verdict.standing()).isEqualTo(Standing.GRACE);
    assertThat(Given.standing(verdict, "ops-docs").since()).isEqualTo("2026-03-01T00:00:00Z");
  }

  @Test
  void whatWasRecordedLaterDidNotExistThen() {
    var given =
        new Given()
            .allPassAt("08:00:00", "ops-docs")
            .record("ops-docs", Kind.PUSHED, Result.PASS, "08:00:00", "09:30:00");

    assertThat(given.verdict("09:00:00").outcome()).isEqualTo(DENY);
    assertThat(given.verdict("09:30:00").outcome()).isEqualTo(ALLOW);
    assertThat(given.verdict("09:00:00").validUntil()).isNotEqualTo("2026-03-02T09:30:00Z");
  }

  @Test
  void aStageThatNothingGuardsIsOpen() {
    var facts = new Given().facts();
    var beta =
        new Facts(
            facts.service(),
            Stage.BETA,
            facts.checklists(),
            facts.evidence(),
            facts.waivers(),
            facts.tailorings());

    var verdict = Evaluation.evaluate(beta, NINE);

    assertThat(verdict.outcome()).isEqualTo(ALLOW);
    assertThat(verdict.reason()).isEqualTo("No published checklist guards beta");
  }

  @Test
  void aTailoredCheckLeavesTheScore() {
    var verdict =
        new Given()
            .allPassAt("08:00:00", "ops-docs")
            .tailoring("ops-docs", "08:00:00", "12:00:00")
            .verdict("09:00:00");

    assertThat(verdict.outcome()).isEqualTo(ALLOW);
    assertThat(verdict.score()).isEqualTo(new Verdict.Score(7, 7));
    assertThat(verdict.validUntil()).isEqualTo("2026-03-02T12:00:00Z");
  }

  @Test
  void anUnwaivableCheckIsNotWaived() {
    var verdict =
        new Given()
            .allPassAt("08:00:00", "alerts-a-human")
            .waiver("alerts-a-human", "08:00:00", "12:00:00", "08:00:00")
            .verdict("09:00:00");

    assertThat(Given.standing(verdict, "alerts-a-human").state()).isEqualTo(MISSING);
  }

  @Test
  void anIdleWaiverDoesNotShortenTheVerdict() {
    var verdict =
        new Given()
            .allPassAt("08:00:00")
            .waiver("structured-logging", "08:00:00", "10:00:00", "08:00:00")
            .verdict("09:00:00");

    assertThat(verdict.validUntil()).isEqualTo("2026-03-03T08:00:00Z");
  }

  @Test
  void evidenceOfAnotherCollectorOrRevisionDoesNotCount() {
    var given = new Given().record("ops-docs", Kind.ATTESTED, Result.PASS, "08:00:00");

    assertThat(Given.standing(given.verdict("09:00:00"), "ops-docs").state()).isEqualTo(MISSING);
  }
}
