package farol.alerting.escalation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.escalation.PolicyDraft;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Escalation policies, the last resort and the place of the simulator. */
@RestController
@RequestMapping("/api/v1")
class PolicyController {
  private final PolicyDesk desk;

  PolicyController(PolicyDesk desk) {
    this.desk = desk;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PolicyAnswer(
      String slug,
      @Nullable String name,
      @Nullable String team,
      int version,
      int passes,
      @Nullable Integer acknowledgementTimeoutSeconds,
      List<LevelAnswer> levels,
      List<String> warnings) {}

  record LevelAnswer(
      List<TargetAnswer> targets,
      @Nullable Integer escalateAfterSeconds,
      int quorum,
      String assignment) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TargetAnswer(
      @Nullable String type,
      @Nullable String schedule,
      @Nullable String team,
      @Nullable String person) {}

  record LastResortBody(@Nullable List<String> people, @Nullable List<String> webhooks) {}

  @GetMapping("/escalation-policies")
  Items<PolicyAnswer> list() {
    return Items.all(desk.list().stream().map(PolicyController::answer).toList());
  }

  @GetMapping("/escalation-policies/{slug}")
  PolicyAnswer get(@PathVariable String slug) {
    return answer(desk.get(slug));
  }

  @PostMapping("/escalation-policies")
  ResponseEntity<PolicyAnswer> create(@RequestBody PolicyDraft body, Actor actor) {
    var created = desk.create(actor, body);
    return ResponseEntity.created(URI.create("/api/v1/escalation-policies/" + created.slug()))
        .body(answer(created));
  }

  @PutMapping("/escalation-policies/{slug}")
  PolicyAnswer update(@PathVariable String slug, @RequestBody PolicyDraft body, Actor actor) {
    return answer(desk.update(actor, slug, body));
  }

  @GetMapping("/last-resort")
  PolicyDesk.LastResort lastResort() {
    return desk.lastResort();
  }

  @PutMapping("/last-resort")
  PolicyDesk.LastResort setLastResort(@RequestBody LastResortBody body, Actor actor) {
    return desk.setLastResort(
        actor,
        Objects.requireNonNullElse(body.people, List.of()),
        Objects.requireNonNullElse(body.webhooks, List.of()));
  }

  @PostMapping("/page-simulations")
  void simulate() {
    throw Refusal.notBuilt("The page simulator");
  }

  private static PolicyAnswer answer(PolicyDesk.View view) {
    var draft = view.draft();
    return new PolicyAnswer(
        view.slug(),
        draft.name(),
        draft.team(),
        view.version(),
        Objects.requireNonNullElse(draft.passes(), 1),
        draft.acknowledgementTimeoutSeconds(),
        Objects.requireNonNullElse(draft.levels(), List.<PolicyDraft.LevelDraft>of()).stream()
            .map(PolicyController::level)
            .toList(),
        view.warnings());
  }

  private static LevelAnswer level(PolicyDraft.LevelDraft level) {
    return new LevelAnswer(
        Objects.requireNonNullElse(level.targets(), List.<PolicyDraft.TargetDraft>of()).stream()
            .map(t -> new TargetAnswer(t.type(), t.schedule(), t.team(), t.person()))
            .toList(),
        level.escalateAfterSeconds(),
        Objects.requireNonNullElse(level.quorum(), 1),
        Objects.requireNonNullElse(level.assignment(), "ALL"));
  }
}
