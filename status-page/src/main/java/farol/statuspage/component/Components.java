package farol.statuspage.component;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers can name: read by anybody, arranged by an administrator. */
@Service
public class Components {
  public static final int COMPONENTS_MAX = 500;

  private final JdbcComponents components;
  private final Groups groups;
  private final JdbcClaims claims;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  Components(
      JdbcComponents components,
      Groups groups,
      JdbcClaims claims,
      PageEvents events,
      Audit audit,
      InstantSource clock) {
    this.components = components;
    this.groups = groups;
    this.claims = claims;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a person says of a component; null leaves it as it is, or at its default. */
  public record Description(
      @Nullable String name,
      @Nullable String description,
      @Nullable String groupId,
      @Nullable String system,
      @Nullable List<String> regions,
      @Nullable Integer position,
      @Nullable Boolean showcase,
      @Nullable Boolean onlyShowIfDegraded,
      @Nullable LocalDate startDate) {}

  /** The components on the page in its order, each with its state at this moment. */
  @Transactional(readOnly = true)
  public List<ComponentNow> now() {
    var at = clock.instant();
    var standing = claims.holding(at);
    return components.onPage().stream()
        .map(component -> ComponentNow.of(component, standing, at))
        .toList();
  }

  /** The components on the page, in its order. */
  @Transactional(readOnly = true)
  public List<Component> onPage() {
    return components.onPage();
  }

  /** One component, on the page or retired. */
  @Transactional(readOnly = true)
  public ComponentNow component(String id) {
    var at = clock.instant();
    return ComponentNow.of(known(id), claims.holding(at), at);
  }

  @Transactional(readOnly = true)
  public Optional<Component> find(String id) {
    return components.find(id);
  }

  @Transactional
  public ComponentNow create(Description said, Actor actor) {
    actor.mustBe(Role.ADMIN);
    if (components.count() >= COMPONENTS_MAX) {
      throw Refusal.invalid("name", "a page has at most %d components".formatted(COMPONENTS_MAX));
    }
    if (said.system() == null) {
      throw Refusal.invalid("system", "is Apps, Data or Tools");
    }
    var now = clock.instant();
    var component =
        described(
            new Component(
                PublicId.next(),
                "",
                null,
                null,
                PageSystem.of(said.system()),
                List.of(),
                components.nextPosition(),
                false,
                false,
                null,
                now,
                now,
                null),
            said,
            now);
    components.insert(component);
    audit.record(actor, now, "status-page.component-created", about(component), null, component);
    events.changed("component", component.id(), now);
    return ComponentNow.of(component, List.of(), now);
  }

  @Transactional
  public ComponentNow change(String id, Description said, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var now = clock.instant();
    var before = onPage(id);
    var after = described(before, said, now);
    components.update(after);
    audit.record(actor, now, "status-page.component-changed", about(after), before, after);
    events.changed("component", id, now);
    return component(id);
  }

  /** Takes a component off the page; its history stays. */
  @Transactional
  public void retire(String id, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var now = clock.instant();
    var before = onPage(id);
    components.retire(id, now);
    audit.record(actor, now, "status-page.component-retired", about(before), before, null);
    events.changed("component", id, now);
  }

  private Component described(Component before, Description said, Instant now) {
    return new Component(
        before.id(),
        said.name() == null && !before.name().isEmpty()
            ? before.name()
            : Texts.name("name", said.name()),
        said.description() == null
            ? before.description()
            : Texts.description("description", said.description()),
        group(said.groupId(), before.groupId()),
        said.system() == null ? before.system() : PageSystem.of(said.system()),
        said.regions() == null ? before.regions() : regions(said.regions()),
        Objects.requireNonNullElse(said.position(), before.position()),
        Objects.requireNonNullElse(said.showcase(), before.showcase()),
        Objects.requireNonNullElse(said.onlyShowIfDegraded(), before.onlyShowIfDegraded()),
        said.startDate() == null ? before.startDate() : said.startDate(),
        before.createdAt(),
        now,
        before.retiredAt());
  }

  /** An empty id takes the component out of its group. */
  private @Nullable String group(@Nullable String said, @Nullable String before) {
    if (said == null || said.isEmpty()) {
      return said == null ? before : null;
    }
    groups.mustExist(said);
    return said;
  }

  private static List<String> regions(List<String> said) {
    if (said.size() > Component.REGIONS_MAX) {
      throw Refusal.invalid(
          "regions", "a component has at most %d".formatted(Component.REGIONS_MAX));
    }
    return said.stream().map(region -> Texts.name("regions", region)).distinct().toList();
  }

  private Component onPage(String id) {
    var component = known(id);
    if (component.retiredAt() != null) {
      throw Refusal.gone("%s was retired".formatted(component.name()));
    }
    return component;
  }

  private Component known(String id) {
    return components.find(id).orElseThrow(() -> Refusal.notFound("Component " + id));
  }

  private static String about(Component component) {
    return "component/" + component.id();
  }
}
