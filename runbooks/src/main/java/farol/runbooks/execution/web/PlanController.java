package farol.runbooks.execution.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.runbooks.execution.Plans;
import farol.runbooks.execution.Runs;
import farol.runbooks.execution.web.Answers.PlanAnswer;
import farol.runbooks.execution.web.Answers.RunAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans, the approvals bound to their hash, and their execution. */
@RestController
@RequestMapping("/api/v1")
class PlanController {
  private static final String PLATFORM = "default";

  private final Plans plans;
  private final Runs runs;
  private final Answers answers;

  PlanController(Plans plans, Runs runs, Answers answers) {
    this.plans = plans;
    this.runs = runs;
    this.answers = answers;
  }

  /** What to plan. */
  record PlanBody(
      @Nullable Map<String, @Nullable Object> params,
      @Nullable String commit,
      @Nullable String platform,
      @Nullable UUID incident,
      @Nullable String alert,
      @Nullable String reason) {}

  /** A word on a plan. */
  record ApprovalBody(@Nullable String hash, @Nullable String decision, @Nullable String comment) {}

  /** Which plan to run. */
  record ExecutionBody(@Nullable String hash) {}

  @PostMapping("/runbooks/{id}/plans")
  ResponseEntity<PlanAnswer> plan(
      Actor actor,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable PlanBody body) {
    var asked = body == null ? new PlanBody(null, null, null, null, null, null) : body;
    if (asked.platform() != null && !asked.platform().equals(PLATFORM)) {
      throw Refusal.invalid("platform", "there is no platform '%s'".formatted(asked.platform()));
    }
    var plan =
        plans.create(
            actor,
            new Plans.Request(
                id,
                texts(asked.params()),
                asked.commit(),
                asked.incident() == null ? null : new IncidentId(asked.incident()),
                asked.alert(),
                asked.reason() == null ? "" : asked.reason()));
    return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
        .body(answers.plan(plan));
  }

  private static Map<String, String> texts(@Nullable Map<String, @Nullable Object> params) {
    var texts = new LinkedHashMap<String, String>();
    if (params != null) {
      params.forEach(
          (name, value) -> {
            if (value instanceof Map || value instanceof Iterable) {
              throw Refusal.invalid("params." + name, "is a single value");
            }
            if (value != null) {
              texts.put(name, String.valueOf(value));
            }
          });
    }
    return texts;
  }

  @GetMapping("/plans")
  Items<PlanAnswer> list(
      Actor actor,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "false") boolean awaitingMe,
      @RequestParam(required = false) @Nullable Integer limit) {
    actor.mustBe(Role.VIEWER);
    return Items.all(
        plans.list(status, awaitingMe ? actor : null, Items.limit(limit)).stream()
            .map(answers::plan)
            .toList());
  }

  @GetMapping("/plans/{id}")
  PlanAnswer one(Actor actor, @PathVariable UUID id) {
    actor.mustBe(Role.VIEWER);
    return answers.plan(plans.get(id));
  }

  @PostMapping("/plans/{id}/approvals")
  ResponseEntity<PlanAnswer> decide(
      Actor actor, @PathVariable UUID id, @RequestBody ApprovalBody body) {
    var plan =
        plans.decide(
            actor,
            id,
            required("hash", body.hash()),
            required("decision", body.decision()),
            body.comment() == null ? "" : body.comment());
    return ResponseEntity.created(URI.create("/api/v1/plans/" + id)).body(answers.plan(plan));
  }

  @DeleteMapping("/plans/{id}/approvals/mine")
  PlanAnswer recall(Actor actor, @PathVariable UUID id) {
    return answers.plan(plans.recall(actor, id));
  }

  @PostMapping("/plans/{id}/execution")
  ResponseEntity<RunAnswer> execute(
      Actor actor, @PathVariable UUID id, @RequestBody ExecutionBody body) {
    var started = runs.start(actor, id, required("hash", body.hash()));
    var location = URI.create("/api/v1/runs/" + started.run().id());
    var response =
        started.created()
            ? ResponseEntity.created(location)
            : ResponseEntity.ok().location(location);
    return response.body(answers.run(started.run()));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Refusal.invalid(field, "is required");
    }
    return value;
  }
}
