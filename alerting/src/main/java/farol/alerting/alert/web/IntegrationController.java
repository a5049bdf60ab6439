package farol.alerting.alert.web;

import farol.alerting.alert.Integration;
import farol.alerting.alert.IntegrationDesk;
import farol.alerting.alert.IntegrationDraft;
import farol.alerting.alert.IntegrationId;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.door.Words;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/integrations")
class IntegrationController {
  /**
   * An integration as the API answers it.
   *
   * @param key masked for all but administrators and the owning team
   * @param doors the only doors that take the key; null means every door
   */
  record IntegrationJson(
      UUID id,
      String key,
      IntegrationKind kind,
      String name,
      String service,
      @Nullable List<IntegrationKind> doors,
      @Nullable Instant lastReceivedAt) {}

  /** What {@code POST} takes. Signed requests and rules of one's own are not built yet. */
  record NewIntegration(
      @Nullable String name,
      @Nullable String service,
      @Nullable String kind,
      @Nullable String key,
      @Nullable List<String> doors,
      @Nullable String secret,
      @Nullable String signatureHeader,
      @Nullable String timestampHeader,
      @Nullable Object rules) {
    IntegrationDraft draft() {
      if (Stream.of(secret, signatureHeader, timestampHeader, rules).anyMatch(Objects::nonNull)) {
        throw Refusal.notBuilt("An integration with a secret or rules");
      }
      return new IntegrationDraft(
          name, service, Words.read("kind", kind, IntegrationKind.class), key, doorsRead());
    }

    private Set<IntegrationKind> doorsRead() {
      return doors == null
          ? Set.of()
          : doors.stream()
              .map(door -> Objects.requireNonNull(Words.read("doors", door, IntegrationKind.class)))
              .collect(Collectors.toSet());
    }
  }

  private final IntegrationDesk desk;
  private final Catalog catalog;

  IntegrationController(IntegrationDesk desk, Catalog catalog) {
    this.desk = desk;
    this.catalog = catalog;
  }

  @GetMapping
  Items<IntegrationJson> all(Actor actor) {
    return Items.all(
        desk.integrations().stream().map(integration -> told(actor, integration)).toList());
  }

  @GetMapping("/{id}")
  IntegrationJson one(Actor actor, @PathVariable UUID id) {
    return desk.integration(new IntegrationId(id))
        .map(integration -> told(actor, integration))
        .orElseThrow(() -> Refusal.notFound("The integration %s".formatted(id)));
  }

  @PostMapping
  ResponseEntity<IntegrationJson> create(Actor actor, @RequestBody NewIntegration asked) {
    var integration = desk.create(actor, asked.draft());
    return ResponseEntity.created(URI.create("/api/v1/integrations/" + integration.id().value()))
        .body(told(actor, integration));
  }

  /** Answers the integration with its new key; the former works for a day longer. */
  @PostMapping("/{id}/rotation")
  IntegrationJson rotate(Actor actor, @PathVariable UUID id) {
    return told(actor, desk.rotate(actor, new IntegrationId(id)));
  }

  private IntegrationJson told(Actor actor, Integration integration) {
    var last = integration.lastReceivedAt();
    return new IntegrationJson(
        integration.id().value(),
        Keys.shown(integration.key(), desk.seesKey(actor, integration)),
        integration.kind(),
        integration.name(),
        catalog.service(integration.service()).map(Service::slug).orElseThrow(),
        integration.doors().isEmpty() ? null : integration.doors().stream().sorted().toList(),
        last == null ? null : last.truncatedTo(ChronoUnit.MILLIS));
  }
}
