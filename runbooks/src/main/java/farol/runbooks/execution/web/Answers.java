package farol.runbooks.execution.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.PersonName;
import farol.runbooks.execution.BlastRadius;
import farol.runbooks.execution.JournalEntry;
import farol.runbooks.execution.Plan;
import farol.runbooks.execution.PlannedStep;
import farol.runbooks.execution.Resolved;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.RunStep;
import farol.runbooks.execution.Runs;
import farol.runbooks.library.Finding;
import farol.runbooks.library.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans and runs in the shapes of the API. */
@Component
class Answers {
  private final Catalog catalog;
  private final Runs runs;
  private final InstantSource clock;

  Answers(Catalog catalog, Runs runs, InstantSource clock) {
    this.catalog = catalog;
    this.runs = runs;
    this.clock = clock;
  }

  /** A plan. */
  record PlanAnswer(
      UUID id,
      String hash,
      String status,
      String runbook,
      String title,
      String commit,
      String blob,
      Resolved.PlatformRef platform,
      PersonName requester,
      String reason,
      @Nullable UUID incident,
      @Nullable String alert,
      @Nullable UUID undoOf,
      Map<String, String> params,
      Instant createdAt,
      Instant expiresAt,
      List<PlanStepAnswer> steps,
      BlastRadius blastRadius,
      int approvalsRequired,
      List<ApprovalAnswer> approvals,
      List<Finding> findings) {}

  /** A step of a plan. */
  record PlanStepAnswer(
      String id,
      Step.Kind kind,
      String verb,
      @Nullable String target,
      String command,
      List<PlannedStep.Call> calls,
      @Nullable Map<String, PlannedStep.Level> before,
      @Nullable Map<String, PlannedStep.Level> after,
      List<PlannedStep.Change> diff,
      boolean noChange,
      PlannedStep.UndoPlan undo) {
    static PlanStepAnswer of(PlannedStep step) {
      return new PlanStepAnswer(
          step.id(),
          step.kind(),
          step.verb(),
          step.target(),
          step.command(),
          step.calls(),
          step.before(),
          step.after(),
          step.diff(),
          step.noChange(),
          step.undo());
    }
  }

  /** An approval. */
  record ApprovalAnswer(
      PersonName person, String decision, Instant at, String state, String comment) {}

  /** A run. */
  record RunAnswer(
      UUID id,
      String kind,
      UUID plan,
      String hash,
      String runbook,
      String title,
      String commit,
      String status,
      String detail,
      PersonName requester,
      PersonName startedBy,
      List<PersonName> approvers,
      @Nullable UUID incident,
      Resolved.PlatformRef platform,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<RunStepAnswer> steps,
      List<String> locks,
      Run.UndoOffer undo) {}

  /** A step of a run. */
  record RunStepAnswer(
      String id,
      Step.Kind kind,
      String verb,
      RunStep.State status,
      int attempts,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      List<String> requestIds,
      String detail,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object result,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object output) {
    static RunStepAnswer of(RunStep step) {
      return new RunStepAnswer(
          step.id(),
          step.resolved().kind(),
          step.resolved().verb(),
          step.status(),
          step.attempts(),
          step.startedAt(),
          step.endedAt(),
          step.requestIds(),
          step.detail(),
          step.result().isEmpty() ? null : step.result(),
          null);
    }
  }

  /** A row of the journal. */
  record JournalAnswer(
      long seq,
      String step,
      int attempt,
      String state,
      Instant at,
      @Nullable UUID node,
      long token,
      @Nullable String requestId,
      @Nullable String payloadHash,
      Map<String, Object> evidence) {
    static JournalAnswer of(JournalEntry entry) {
      return new JournalAnswer(
          entry.seq(),
          entry.step(),
          entry.attempt(),
          entry.state(),
          entry.at(),
          entry.node(),
          entry.token(),
          entry.requestId(),
          entry.payloadHash(),
          entry.evidence());
    }
  }

  PlanAnswer plan(Plan plan) {
    var now = clock.instant();
    var resolved = plan.resolved();
    return new PlanAnswer(
        plan.id(),
        plan.hash(),
        plan.status(now),
        plan.runbook(),
        plan.title(),
        resolved.commit(),
        resolved.blob(),
        resolved.platform(),
        name(plan.requester()),
        plan.reason(),
        plan.incident() == null ? null : plan.incident().value(),
        plan.alert(),
        plan.undoOf(),
        resolved.params(),
        plan.createdAt(),
        plan.expiresAt(),
        resolved.steps().stream().map(PlanStepAnswer::of).toList(),
        resolved.blastRadius(),
        resolved.approvals().required(),
        plan.approvals().stream()
            .map(
                approval ->
                    new ApprovalAnswer(
                        name(approval.person()),
                        approval.decision(),
                        approval.at(),
                        plan.state(approval, now),
                        approval.comment()))
            .toList(),
        resolved.findings());
  }

  RunAnswer run(Run run) {
    var plan = run.plan();
    return new RunAnswer(
        run.id(),
        "run",
        plan.id(),
        plan.hash(),
        run.runbook(),
        run.title(),
        plan.resolved().commit(),
        run.status().name(),
        run.detail(),
        name(plan.requester()),
        name(run.starter()),
        plan.counted(run.startedAt()).stream().map(approval -> name(approval.person())).toList(),
        run.incident() == null ? null : run.incident().value(),
        plan.resolved().platform(),
        run.startedAt(),
        run.endedAt(),
        run.steps().stream().map(RunStepAnswer::of).toList(),
        runs.locks(run.id()),
        run.undoOffer(clock.instant()));
  }

  private PersonName name(PersonId person) {
    return catalog
        .person(person)
        .map(PersonName::of)
        .orElseGet(() -> new PersonName("unknown", "Somebody who is gone"));
  }
}
