package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Role;
import farol.alerting.door.Faults;
import farol.alerting.door.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, makes and re-keys integrations: an administrator's work. Every change is audited. */
@Service
public class IntegrationDesk {
  public static final int KEY_LENGTH = 32;

  /** How long the former key works after a rotation. */
  public static final Duration KEY_OVERLAP = Duration.ofHours(24);

  private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z]{32}");
  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcIntegrations integrations;
  private final Catalog catalog;
  private final Audit audit;
  private final InstantSource clock;

  IntegrationDesk(
      JdbcIntegrations integrations, Catalog catalog, Audit audit, InstantSource clock) {
    this.integrations = integrations;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /** Oldest first. */
  public List<Integration> integrations() {
    return integrations.all();
  }

  public Optional<Integration> integration(IntegrationId id) {
    return integrations.integration(id);
  }

  /** Whether the acting person sees the key: administrators, and the team that owns the service. */
  public boolean seesKey(Actor actor, Integration integration) {
    if (actor.may(Role.ADMIN)) {
      return true;
    }
    var person = actor.person().id();
    return catalog
        .service(integration.service())
        .flatMap(service -> catalog.team(service.team()))
        .filter(
            team ->
                team.members().contains(person)
                    || team.manager().equals(Optional.of(person))
                    || team.deputy().equals(Optional.of(person)))
        .isPresent();
  }

  @Transactional
  public Integration create(Actor actor, IntegrationDraft draft) {
    actor.mustBe(Role.ADMIN);
    var integration = checked(draft);
    var now = clock.instant();
    integrations.insert(integration, now);
    if (!integrations.insertKey(integration.id(), integration.key(), now)) {
      throw Refusal.conflict("key-taken", "This key belongs to another integration");
    }
    audit.record(actor, now, "integration.created", object(integration), null, told(integration));
    return integration;
  }

  /** Gives the integration a new key; the former works for {@link #KEY_OVERLAP} longer. */
  @Transactional
  public Integration rotate(Actor actor, IntegrationId id) {
    actor.mustBe(Role.ADMIN);
    var integration =
        integrations
            .integration(id)
            .orElseThrow(() -> Refusal.notFound("The integration " + id.value()));
    var now = clock.instant();
    integrations.retireKey(id, now.plus(KEY_OVERLAP));
    integrations.insertKey(id, randomKey(), now);
    audit.record(actor, now, "integration.key-rotated", object(integration), null, null);
    return integrations.integration(id).orElseThrow();
  }

  private Integration checked(IntegrationDraft draft) {
    var name = draft.name() == null ? "" : draft.name().strip();
    var service = draft.service() == null ? null : catalog.service(draft.service()).orElse(null);
    var key = draft.key() == null ? randomKey() : draft.key();
    new Faults()
        .unless(
            !name.isEmpty() && name.length() <= IntegrationDraft.NAME_MAX,
            "name",
            "has 1 to %d characters".formatted(IntegrationDraft.NAME_MAX))
        .unless(service != null, "service", "is the slug of the service it reaches")
        .unless(
            draft.kind() != null && draft.kind() != IntegrationKind.INTERNAL,
            "kind",
            "is PAGERDUTY, OPSGENIE, PROMETHEUS, ALERTMANAGER, GRAFANA, EVENTS or CLOUDEVENTS")
        .unless(KEY.matcher(key).matches(), "key", "is 32 of 0-9, a-z and A-Z")
        .refuse();
    return new Integration(
        IntegrationId.random(),
        key,
        Objects.requireNonNull(draft.kind()),
        name,
        Objects.requireNonNull(service).id(),
        draft.doors(),
        null);
  }

  private static String randomKey() {
    var key = new StringBuilder(KEY_LENGTH);
    for (var i = 0; i < KEY_LENGTH; i++) {
      key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return key.toString();
  }

  private static String object(Integration integration) {
    return "integration/" + integration.id().value();
  }

  /** The key is a secret: the audit trail does not hold it. */
  private static Map<String, Object> told(Integration integration) {
    return Map.of(
        "name", integration.name(),
        "kind", integration.kind(),
        "service", integration.service().value(),
        "doors", integration.doors());
  }
}
