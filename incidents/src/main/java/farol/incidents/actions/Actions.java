package farol.incidents.actions;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Team;
import farol.alerting.door.Refusal;
import farol.incidents.command.Incidents;
import farol.incidents.door.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The promises made in reviews. They live on when their incident is closed. */
@Service
public class Actions {
  private final JdbcActions actions;
  private final Incidents incidents;
  private final Catalog catalog;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Actions(
      JdbcActions actions,
      Incidents incidents,
      Catalog catalog,
      Audit audit,
      ApplicationEventPublisher events) {
    this.actions = actions;
    this.incidents = incidents;
    this.catalog = catalog;
    this.audit = audit;
    this.events = events;
  }

  /**
   * What is promised.
   *
   * @param due null takes the date of the priority
   */
  public record Promise(
      String title,
      ActionType type,
      ActionPriority priority,
      Person owner,
      @Nullable LocalDate due,
      String verification,
      @Nullable String tracker) {}

  @Transactional
  public ActionItem add(Actor actor, IncidentId incident, Promise promise, Instant now) {
    actor.mustBe(Role.RESPONDER);
    if (incidents.find(incident).isEmpty()) {
      throw Refusal.notFound("This incident");
    }
    var today = LocalDate.ofInstant(now, promise.owner().zone());
    var due =
        Optional.ofNullable(promise.due())
            .or(() -> promise.priority().dueFrom(today))
            .orElseThrow(() -> Refusal.invalid("due", "is missing: P2 names its own date"));
    if (due.isBefore(today)) {
      throw Refusal.invalid("due", "lies in the past");
    }
    var action =
        new ActionItem(
            UUID.randomUUID(),
            incident,
            promise.title(),
            promise.type(),
            promise.priority(),
            promise.owner().id(),
            due,
            due,
            promise.verification(),
            promise.tracker(),
            ActionState.OPEN,
            1,
            now,
            null,
            null,
            null,
            null,
            null);
    actions.insert(action, actor.person().id());
    record(actor, action, "added", null, now);
    return actions.find(action.id()).orElseThrow();
  }

  /** What a person changes; null leaves it. */
  public record Change(
      @Nullable String title,
      @Nullable ActionType type,
      @Nullable ActionPriority priority,
      @Nullable Person owner,
      @Nullable LocalDate due,
      @Nullable String verification,
      @Nullable String tracker,
      @Nullable ActionState state,
      @Nullable String reason) {}

  /** Changes an outstanding action; moving a due date that has passed needs a reason. */
  @Transactional
  public ActionItem change(
      Actor actor, UUID id, @Nullable String ifMatch, Change change, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var was = outstanding(lock(id));
    Fields.mustMatch(ifMatch, was.version());
    if (change.state() != null && !change.state().outstanding()) {
      throw Refusal.invalid("state", "is OPEN or IN_PROGRESS; the rest has its own commands");
    }
    var passed = was.overdue(zoneOf(was.owner()), now);
    if (change.due() != null && !change.due().equals(was.due()) && passed) {
      Fields.required("reason", change.reason(), ActionItem.REASON_MAX);
    }
    var next =
        new ActionItem(
            id,
            was.incident(),
            or(change.title(), was.title()),
            or(change.type(), was.type()),
            or(change.priority(), was.priority()),
            change.owner() == null ? was.owner() : change.owner().id(),
            or(change.due(), was.due()),
            was.firstDue(),
            or(change.verification(), was.verification()),
            change.tracker() == null ? was.tracker() : change.tracker(),
            or(change.state(), was.state()),
            was.version(),
            was.createdAt(),
            null,
            null,
            null,
            null,
            null);
    var saved = actions.save(next);
    record(actor, saved, "changed", change.reason(), now);
    return saved;
  }

  private static <T> T or(@Nullable T given, T standing) {
    return given == null ? standing : given;
  }

  /** The owner, or anybody who saw it done, completes it with a proof. */
  @Transactional
  public ActionItem complete(Actor actor, UUID id, String proof, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var was = outstanding(lock(id));
    var saved = actions.save(was.done(now, proof));
    record(actor, saved, "completed", proof, now);
    return saved;
  }

  /** Somebody other than the owner saw that it is done; nobody may say so in another's name. */
  @Transactional
  public ActionItem verify(Actor actor, UUID id, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var was = lock(id);
    if (was.state() != ActionState.DONE) {
      throw Refusal.conflict("not-done", "It is %s: complete it first".formatted(was.state()));
    }
    if (actor.isProxy()) {
      throw Refusal.forbidden("own-hand", "Verifying takes the person's own session or token");
    }
    if (was.owner().equals(actor.person().id())) {
      throw Refusal.forbidden("second-person", "Somebody other than the owner verifies it");
    }
    var saved = actions.save(was.verified(actor.person().id(), now));
    record(actor, saved, "verified", null, now);
    return saved;
  }

  /** Gives the promise up; P0 and P1 only by a manager. */
  @Transactional
  public ActionItem drop(Actor actor, UUID id, String reason, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var was = outstanding(lock(id));
    if (was.priority().droppedByManager()) {
      actor.mustBe(Role.MANAGER);
    }
    var saved = actions.save(was.dropped(reason));
    record(actor, saved, "dropped", reason, now);
    return saved;
  }

  private static ActionItem outstanding(ActionItem action) {
    if (!action.state().outstanding()) {
      throw Refusal.conflict("not-open", "It is %s".formatted(action.state()));
    }
    return action;
  }

  private ActionItem lock(UUID id) {
    return actions.lock(id).orElseThrow(() -> Refusal.notFound("This action item"));
  }

  @Transactional(readOnly = true)
  public Optional<ActionItem> find(UUID id) {
    return actions.find(id);
  }

  /** In the order they were made. */
  @Transactional(readOnly = true)
  public List<ActionItem> of(IncidentId incident) {
    return actions.of(incident);
  }

  /** Which action items to list. */
  public record Query(@Nullable Person owner, @Nullable Team team, boolean overdueOnly) {}

  /** The soonest due first. */
  @Transactional(readOnly = true)
  public List<ActionItem> list(Query query, Instant now) {
    var owner = query.owner() == null ? null : query.owner().id();
    return actions.all(owner, query.overdueOnly()).stream()
        .filter(action -> query.team() == null || query.team().members().contains(action.owner()))
        .filter(action -> !query.overdueOnly() || overdue(action, now))
        .toList();
  }

  /** Whether the action's due day has passed in its owner's zone. */
  public boolean overdue(ActionItem action, Instant now) {
    return action.overdue(zoneOf(action.owner()), now);
  }

  private java.time.ZoneId zoneOf(PersonId owner) {
    return catalog.person(owner).map(Person::zone).orElse(java.time.ZoneOffset.UTC);
  }

  private void record(
      Actor actor, ActionItem action, String word, @Nullable String note, Instant now) {
    events.publishEvent(new ActionChanged(action.id(), action.incident(), action.state()));
    audit.record(
        actor,
        now,
        "action." + word,
        "action/" + action.id(),
        null,
        Map.of(
            "title",
            action.title(),
            "state",
            action.state().name(),
            "note",
            note == null ? "" : note));
  }
}
