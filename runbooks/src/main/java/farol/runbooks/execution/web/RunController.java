package farol.runbooks.execution.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.Runs;
import farol.runbooks.execution.web.Answers.JournalAnswer;
import farol.runbooks.execution.web.Answers.RunAnswer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs and the commands on them. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {
  private final Runs runs;
  private final Answers answers;

  RunController(Runs runs, Answers answers) {
    this.runs = runs;
    this.answers = answers;
  }

  /** Why. */
  record ReasonBody(@Nullable String reason, @Nullable String from, @Nullable List<String> steps) {
    static String of(@Nullable ReasonBody body) {
      return body == null || body.reason() == null ? "" : body.reason();
    }
  }

  /** That a manual step is done. */
  record SignOffBody(@Nullable String note, @Nullable String link) {}

  /** What happened in an UNKNOWN step. */
  record DecisionBody(@Nullable String outcome, @Nullable String note) {}

  /** What a list is narrowed to. */
  record Query(
      @Nullable String status,
      @Nullable String runbook,
      @Nullable String app,
      @Nullable UUID incident,
      @Nullable String kind) {
    boolean takes(Run run) {
      return (status == null || run.status().name().equals(status))
          && (runbook == null || run.runbook().equals(runbook))
          && (app == null || app.equals(run.app()))
          && (incident == null
              || (run.incident() != null && incident.equals(run.incident().value())))
          && (kind == null || kind.equals("run"));
    }
  }

  @GetMapping
  Items<RunAnswer> list(
      Actor actor, Query query, @RequestParam(required = false) @Nullable Integer limit) {
    actor.mustBe(Role.VIEWER);
    return Items.all(
        runs.newest(Items.LIMIT_MAX).stream()
            .filter(query::takes)
            .limit(Items.limit(limit))
            .map(answers::run)
            .toList());
  }

  @GetMapping("/{id}")
  RunAnswer one(Actor actor, @PathVariable UUID id) {
    actor.mustBe(Role.VIEWER);
    return answers.run(runs.get(id));
  }

  @GetMapping("/{id}/journal")
  Items<JournalAnswer> journal(Actor actor, @PathVariable UUID id) {
    actor.mustBe(Role.VIEWER);
    return Items.all(runs.journal(id).stream().map(JournalAnswer::of).toList());
  }

  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunAnswer stop(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return answers.run(runs.stop(actor, id, ReasonBody.of(body)));
  }

  @PostMapping("/{id}/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunAnswer pause(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return answers.run(runs.pause(actor, id, ReasonBody.of(body)));
  }

  @PostMapping("/{id}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunAnswer resume(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    if (body != null && body.from() != null) {
      throw Refusal.notBuilt("Resuming from a step of your choice");
    }
    return answers.run(runs.resume(actor, id));
  }

  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunAnswer undo(
      Actor actor,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    if (body != null && body.steps() != null) {
      throw Refusal.notBuilt("Undoing chosen steps");
    }
    return answers.run(runs.undo(actor, id));
  }

  @PostMapping("/{id}/steps/{step}/sign-off")
  RunAnswer signOff(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestBody SignOffBody body) {
    return answers.run(
        runs.signOff(
            actor,
            id,
            step,
            body.note() == null ? "" : body.note(),
            body.link() == null ? "" : body.link()));
  }

  @PostMapping("/{id}/steps/{step}/decision")
  RunAnswer decide(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestBody DecisionBody body) {
    return answers.run(
        runs.decide(
            actor,
            id,
            step,
            body.outcome() == null ? "" : body.outcome(),
            body.note() == null ? "" : body.note()));
  }
}
