package farol.statuspage.component;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The containers of components, in the order of the page. */
@Service
public class Groups {
  public static final int GROUPS_MAX = 50;

  private final JdbcGroups groups;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  Groups(JdbcGroups groups, PageEvents events, Audit audit, InstantSource clock) {
    this.groups = groups;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a person says of a group; null leaves it as it is. */
  public record Description(
      @Nullable String name, @Nullable String description, @Nullable Integer position) {}

  @Transactional(readOnly = true)
  public List<Group> all() {
    return groups.all();
  }

  @Transactional(readOnly = true)
  public Group group(String id) {
    return groups.find(id).orElseThrow(() -> Refusal.notFound("Group " + id));
  }

  @Transactional
  public Group create(Description said, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var before = groups.all();
    if (before.size() >= GROUPS_MAX) {
      throw Refusal.invalid("name", "a page has at most %d groups".formatted(GROUPS_MAX));
    }
    var now = clock.instant();
    var group =
        new Group(
            PublicId.next(),
            Texts.name("name", said.name()),
            Texts.description("description", said.description()),
            Objects.requireNonNullElse(said.position(), before.size() + 1),
            now,
            now);
    groups.insert(group);
    audit.record(actor, now, "status-page.group-created", "group/" + group.id(), null, group);
    events.changed("group", group.id(), now);
    return group;
  }

  @Transactional
  public Group change(String id, Description said, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var now = clock.instant();
    var before = group(id);
    var after =
        new Group(
            id,
            said.name() == null ? before.name() : Texts.name("name", said.name()),
            said.description() == null
                ? before.description()
                : Texts.description("description", said.description()),
            Objects.requireNonNullElse(said.position(), before.position()),
            before.createdAt(),
            now);
    groups.update(after);
    audit.record(actor, now, "status-page.group-changed", "group/" + id, before, after);
    events.changed("group", id, now);
    return after;
  }

  /** Removes a group; its components stay on the page without one. */
  @Transactional
  public void remove(String id, Actor actor) {
    actor.mustBe(Role.ADMIN);
    var now = clock.instant();
    var before = group(id);
    groups.retire(id, now);
    audit.record(actor, now, "status-page.group-removed", "group/" + id, before, null);
    events.changed("group", id, now);
  }

  void mustExist(String id) {
    if (groups.find(id).isEmpty()) {
      throw Refusal.invalid("groupId", "no such group: " + id);
    }
  }
}
