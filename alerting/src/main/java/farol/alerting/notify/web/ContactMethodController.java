package farol.alerting.notify.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.notify.ContactMethodDesk;
import farol.alerting.notify.ContactMethodDesk.RuleDraft;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people are reached. */
@RestController
@RequestMapping("/api/v1/people/{handle}")
class ContactMethodController {
  private final ContactMethodDesk desk;

  ContactMethodController(ContactMethodDesk desk) {
    this.desk = desk;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MethodAnswer(
      UUID id,
      String type,
      String address,
      @Nullable String name,
      String state,
      @Nullable String secret) {
    static MethodAnswer of(ContactMethodDesk.View view) {
      return new MethodAnswer(
          view.id(), view.type(), view.address(), view.name(), view.state(), view.secret());
    }
  }

  record RulesBody(@Nullable List<RuleDraft> high, @Nullable List<RuleDraft> low) {}

  @GetMapping("/contact-methods")
  Items<MethodAnswer> list(@PathVariable String handle, Actor actor) {
    return Items.all(desk.list(actor, handle).stream().map(MethodAnswer::of).toList());
  }

  @PostMapping("/contact-methods")
  ResponseEntity<MethodAnswer> add(
      @PathVariable String handle, @RequestBody ContactMethodDesk.Draft body, Actor actor) {
    var added = desk.add(actor, handle, body);
    var location = "/api/v1/people/%s/contact-methods/%s".formatted(handle, added.id());
    return ResponseEntity.created(URI.create(location)).body(MethodAnswer.of(added));
  }

  @GetMapping("/notification-rules")
  ContactMethodDesk.Rules rules(@PathVariable String handle, Actor actor) {
    return desk.rules(actor, handle);
  }

  @PutMapping("/notification-rules")
  ContactMethodDesk.Rules setRules(
      @PathVariable String handle, @RequestBody RulesBody body, Actor actor) {
    return desk.setRules(
        actor,
        handle,
        new ContactMethodDesk.Rules(
            Objects.requireNonNullElse(body.high, List.of()),
            Objects.requireNonNullElse(body.low, List.of())));
  }
}
