package farol.alerting.alert.web;

import farol.alerting.alert.AlertBoard;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertFilter;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Severity;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Proxies;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.door.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {
  /** The body of a command; {@code person} only with an administrator's token. */
  record Command(@Nullable String person, @Nullable String text) {
    static final Command NONE = new Command(null, null);
  }

  private final AlertBoard board;
  private final AlertDesk desk;
  private final Proxies proxies;

  AlertController(AlertBoard board, AlertDesk desk, Proxies proxies) {
    this.board = board;
    this.desk = desk;
    this.proxies = proxies;
  }

  @GetMapping
  Items<AlertJson> list(Actor actor, @RequestParam Map<String, String> asked) {
    var found =
        board.alerts(filter(asked), Items.limit(number(asked.get("limit"))), asked.get("cursor"));
    return new Items<>(
        found.items().stream()
            .map(alert -> AlertJson.of(alert, seesKey(actor, alert), null))
            .toList(),
        found.next());
  }

  private static AlertFilter filter(Map<String, String> asked) {
    return new AlertFilter(
        asked.get("dedupKey"),
        asked.get("integration"),
        asked.get("service"),
        asked.get("team"),
        Words.read("state", asked.get("state"), AlertState.class),
        Words.read("severity", asked.get("severity"), Severity.class),
        instant("from", asked.get("from")),
        instant("until", asked.get("until")),
        asked.get("q"));
  }

  private static @Nullable Integer number(@Nullable String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException wrong) {
      throw Refusal.invalid("limit", "is a number");
    }
  }

  private static @Nullable Instant instant(String field, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException wrong) {
      throw Refusal.invalid(field, "is an instant such as 2026-03-02T09:00:00Z");
    }
  }

  @GetMapping("/{id}")
  AlertJson one(Actor actor, @PathVariable String id) {
    return told(actor, found(id));
  }

  @PostMapping("/{id}/acknowledgement")
  AlertJson acknowledge(
      Actor actor,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Command asked) {
    return done(actor, id, asked, desk::acknowledge);
  }

  @PostMapping("/{id}/unacknowledgement")
  AlertJson unacknowledge(
      Actor actor,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Command asked) {
    return done(actor, id, asked, desk::unacknowledge);
  }

  @PostMapping("/{id}/resolution")
  AlertJson resolve(
      Actor actor,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Command asked) {
    return done(actor, id, asked, desk::resolve);
  }

  @PostMapping("/{id}/note")
  AlertJson note(
      Actor actor,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Command asked) {
    var text = asked == null ? null : asked.text();
    return done(actor, id, asked, (by, alert) -> desk.note(by, alert, text));
  }

  @PostMapping({"/{id}/snooze", "/{id}/merge", "/{id}/hand-up"})
  void notBuilt(Actor actor, @PathVariable String id) {
    found(id);
    throw Refusal.notBuilt("This command");
  }

  private AlertJson done(
      Actor actor, String id, @Nullable Command asked, BiConsumer<Actor, AlertId> command) {
    var by = proxies.actingFor(actor, asked == null ? null : asked.person());
    var alert = found(id).id();
    command.accept(by, alert);
    return told(actor, board.alert(alert).orElseThrow());
  }

  private AlertJson told(Actor actor, AlertDetail alert) {
    return AlertJson.of(alert, seesKey(actor, alert), board.events(alert.id()));
  }

  /** An alert by its id or, as people say it, its number. */
  private AlertDetail found(String id) {
    return byNumberOrId(id).orElseThrow(() -> Refusal.notFound("The alert %s".formatted(id)));
  }

  private Optional<AlertDetail> byNumberOrId(String id) {
    try {
      return id.length() < UUID_LENGTH
          ? board.alert(Long.parseLong(id))
          : board.alert(new AlertId(UUID.fromString(id)));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static final int UUID_LENGTH = 36;

  private static boolean seesKey(Actor actor, AlertDetail alert) {
    var person = actor.person().id();
    return actor.may(Role.ADMIN)
        || alert.team().members().contains(person)
        || alert.team().manager().equals(Optional.of(person))
        || alert.team().deputy().equals(Optional.of(person));
  }
}
