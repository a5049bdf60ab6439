package farol.incidents.actions.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionState;
import farol.incidents.actions.ActionType;
import farol.incidents.actions.Actions;
import farol.incidents.command.Incidents;
import farol.incidents.door.Fields;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ActionController {
  private final Actions actions;
  private final Incidents incidents;
  private final ActionAnswers answers;
  private final Catalog catalog;
  private final InstantSource clock;

  ActionController(
      Actions actions,
      Incidents incidents,
      ActionAnswers answers,
      Catalog catalog,
      InstantSource clock) {
    this.actions = actions;
    this.incidents = incidents;
    this.answers = answers;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** An action item as promised, or what is changed of it. */
  record ActionBody(
      @Nullable String title,
      @Nullable String type,
      @Nullable String priority,
      @Nullable String owner,
      @Nullable String due,
      @Nullable String verification,
      @Nullable String tracker,
      @Nullable String state,
      @Nullable String reason) {}

  @PostMapping("/incidents/{id}/actions")
  ResponseEntity<ActionAnswer> add(
      Actor actor, @PathVariable String id, @RequestBody ActionBody body) {
    var incident = incidents.get(id);
    var now = clock.instant();
    var promise =
        new Actions.Promise(
            Fields.required("title", body.title(), ActionItem.TITLE_MAX),
            Fields.requiredWord("type", body.type(), ActionType.class),
            Fields.requiredWord("priority", body.priority(), ActionPriority.class),
            Fields.person("owner", body.owner(), catalog),
            body.due() == null ? null : Fields.date("due", body.due()),
            Fields.required("verification", body.verification(), ActionItem.VERIFICATION_MAX),
            Fields.optional("tracker", body.tracker(), ActionItem.TRACKER_MAX));
    var added = actions.add(actor, incident.id(), promise, now);
    return ResponseEntity.created(URI.create("/api/v1/actions/" + added.id()))
        .eTag(Long.toString(added.version()))
        .body(answers.of(added, now));
  }

  @GetMapping("/actions")
  Items<ActionAnswer> list(
      Actor actor,
      @RequestParam @Nullable String owner,
      @RequestParam @Nullable String team,
      @RequestParam(defaultValue = "false") boolean overdue) {
    var now = clock.instant();
    var query =
        new Actions.Query(
            owner == null ? null : Fields.person("owner", owner, catalog),
            team == null
                ? null
                : catalog
                    .team(team)
                    .orElseThrow(() -> Refusal.invalid("team", "names no team: " + team)),
            overdue);
    return Items.all(
        actions.list(query, now).stream().map(action -> answers.of(action, now)).toList());
  }

  @GetMapping("/actions/{action}")
  ResponseEntity<ActionAnswer> get(Actor actor, @PathVariable UUID action) {
    return answered(actions.find(action).orElseThrow(() -> Refusal.notFound("This action item")));
  }

  @PatchMapping("/actions/{action}")
  ResponseEntity<ActionAnswer> change(
      Actor actor,
      @PathVariable UUID action,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ActionBody body) {
    var change =
        new Actions.Change(
            Fields.optional("title", body.title(), ActionItem.TITLE_MAX),
            Fields.word("type", body.type(), ActionType.class).orElse(null),
            Fields.word("priority", body.priority(), ActionPriority.class).orElse(null),
            body.owner() == null ? null : Fields.person("owner", body.owner(), catalog),
            body.due() == null ? null : Fields.date("due", body.due()),
            Fields.optional("verification", body.verification(), ActionItem.VERIFICATION_MAX),
            Fields.optional("tracker", body.tracker(), ActionItem.TRACKER_MAX),
            Fields.word("state", body.state(), ActionState.class).orElse(null),
            Fields.optional("reason", body.reason(), ActionItem.REASON_MAX));
    return answered(actions.change(actor, action, ifMatch, change, clock.instant()));
  }

  /** What shows that it is done. */
  record CompletionBody(@Nullable String proof) {}

  @PostMapping("/actions/{action}/completion")
  ResponseEntity<ActionAnswer> complete(
      Actor actor, @PathVariable UUID action, @RequestBody CompletionBody body) {
    var proof = Fields.required("proof", body.proof(), ActionItem.VERIFICATION_MAX);
    return answered(actions.complete(actor, action, proof, clock.instant()));
  }

  @PostMapping("/actions/{action}/verification")
  ResponseEntity<ActionAnswer> verify(Actor actor, @PathVariable UUID action) {
    return answered(actions.verify(actor, action, clock.instant()));
  }

  /** Why it is given up. */
  record DropBody(@Nullable String reason) {}

  @PostMapping("/actions/{action}/drop")
  ResponseEntity<ActionAnswer> drop(
      Actor actor, @PathVariable UUID action, @RequestBody DropBody body) {
    var reason = Fields.required("reason", body.reason(), ActionItem.REASON_MAX);
    return answered(actions.drop(actor, action, reason, clock.instant()));
  }

  private ResponseEntity<ActionAnswer> answered(ActionItem action) {
    return ResponseEntity.ok()
        .eTag(Long.toString(action.version()))
        .body(answers.of(action, clock.instant()));
  }
}
