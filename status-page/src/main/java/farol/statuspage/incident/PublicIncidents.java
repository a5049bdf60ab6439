package farol.statuspage.incident;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.statuspage.component.Components;
import farol.statuspage.component.PageEvents;
import farol.statuspage.component.PublicId;
import farol.statuspage.component.State;
import farol.statuspage.component.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The incidents customers may be told of: opened and changed here, made public by their posts. */
@Service
public class PublicIncidents {
  public static final int OPEN_INCIDENTS_MAX = 50;

  private final JdbcPublicIncidents incidents;
  private final Components components;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  PublicIncidents(
      JdbcPublicIncidents incidents,
      Components components,
      PageEvents events,
      Audit audit,
      InstantSource clock) {
    this.incidents = incidents;
    this.components = components;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** A component as a caller names it. */
  public record Named(@Nullable String id, @Nullable String state) {}

  /** What a person says of an incident; null leaves it as it is, or at its default. */
  public record Description(
      @Nullable String name,
      @Nullable String impact,
      @Nullable Instant startedAt,
      @Nullable String kind,
      @Nullable List<String> regions,
      @Nullable List<Named> components,
      @Nullable UUID incidentId) {}

  /** Newest first, those with a number below {@code before}. */
  @Transactional(readOnly = true)
  public List<PublicIncident> newest(long before, int limit) {
    return incidents.newest(before, limit);
  }

  /** Those nobody has resolved, drills too: overdue promises first, then the newest. */
  @Transactional(readOnly = true)
  public List<PublicIncident> open() {
    return incidents.open(OPEN_INCIDENTS_MAX);
  }

  @Transactional(readOnly = true)
  public PublicIncident incident(String id) {
    return incidents.find(id).orElseThrow(() -> missing(id));
  }

  /** Opens an incident that nobody outside sees until a post of it is published. */
  @Transactional
  public PublicIncident open(Description said, Actor actor) {
    actor.mustBe(Role.RESPONDER);
    if (said.impact() == null) {
      throw Refusal.invalid("impact", "is none, minor, major or critical");
    }
    if (incidents.openCount() >= OPEN_INCIDENTS_MAX) {
      throw Refusal.conflict(
          "too-many-open",
          "%d incidents are open: resolve one first".formatted(OPEN_INCIDENTS_MAX));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var incident =
        new PublicIncident(
            PublicId.next(),
            incidents.nextNumber(),
            Texts.name("name", said.name()),
            kind(said.kind()),
            Impact.of(said.impact()),
            null,
            started(said.startedAt(), now, now),
            said.regions() == null ? List.of() : regions(said.regions()),
            said.components() == null ? List.of() : affected(said.components()),
            1,
            said.incidentId() == null ? null : new IncidentId(said.incidentId()),
            null,
            now,
            null,
            null,
            now);
    incidents.insert(incident, actor.person().id());
    audit.record(actor, now, "status-page.incident-opened", about(incident), null, incident);
    return incident;
  }

  /** Changes the facts of an incident: drafts written before are void from then on. */
  @Transactional
  public PublicIncident change(String id, Description said, Actor actor) {
    actor.mustBe(Role.RESPONDER);
    var before = incidents.lock(id).orElseThrow(() -> missing(id));
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var situation =
        new Situation(
            said.impact() == null ? before.impact() : Impact.of(said.impact()),
            before.status(),
            started(said.startedAt(), before.startedAt(), now),
            said.regions() == null ? before.regions() : regions(said.regions()),
            said.components() == null ? before.components() : affected(said.components()));
    var name = said.name() == null ? before.name() : Texts.name("name", said.name());
    var after = before.with(name, situation, now);
    if (before.isPublic()) {
      actor.mustBe(Role.COMMANDER);
      events.changed("incident", id, now);
    }
    incidents.update(after);
    audit.record(actor, now, "status-page.incident-changed", about(after), before, after);
    return after;
  }

  private List<Affected> affected(List<Named> said) {
    return said.stream().map(named -> affected(components, "components", named)).toList();
  }

  /** Reads a component and its state, by id or else by its name on the page. */
  static Affected affected(Components components, String field, Named named) {
    if (named.id() == null || named.state() == null) {
      throw Refusal.invalid(field, "name each component by id, with its state");
    }
    var known =
        components.now().stream()
            .map(now -> now.component())
            .filter(
                component ->
                    component.id().equals(named.id())
                        || component.name().equalsIgnoreCase(named.id()))
            .findFirst()
            .orElseThrow(
                () -> Refusal.invalid(field, "no such component on the page: " + named.id()));
    return new Affected(known.id(), State.of(named.state()));
  }

  private static PublicIncident.Kind kind(@Nullable String kind) {
    return kind == null ? PublicIncident.Kind.REAL : PublicIncident.Kind.valueOf(kind);
  }

  private static Instant started(@Nullable Instant said, Instant otherwise, Instant now) {
    if (said != null && said.isAfter(now)) {
      throw Refusal.invalid("startedAt", "lies in the future");
    }
    return said == null ? otherwise : said.truncatedTo(ChronoUnit.MILLIS);
  }

  private static List<String> regions(List<String> said) {
    return said.stream().map(region -> Texts.name("regions", region)).distinct().toList();
  }

  private static Refusal missing(String id) {
    return Refusal.notFound("Public incident " + id);
  }

  static String about(PublicIncident incident) {
    return "public-incident/" + incident.id();
  }
}
