package farol.incidents.retrospective;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Reviews;
import farol.incidents.door.Fields;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing and reviewing retrospectives. */
@Service
public class Retrospectives {
  private static final int LIST_MAX = 200;

  private final JdbcRetrospectives retrospectives;
  private final Reviews incidents;
  private final Timeline timeline;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Retrospectives(
      JdbcRetrospectives retrospectives,
      Reviews incidents,
      Timeline timeline,
      Audit audit,
      ApplicationEventPublisher events) {
    this.retrospectives = retrospectives;
    this.incidents = incidents;
    this.timeline = timeline;
    this.audit = audit;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Optional<Retrospective> of(IncidentId incident) {
    return retrospectives.find(incident);
  }

  /** The last moved first. */
  @Transactional(readOnly = true)
  public List<Retrospective> latest() {
    return retrospectives.list(LIST_MAX);
  }

  /** The rows it tells: frozen once the review began, live before. */
  @Transactional(readOnly = true)
  public List<Row> rows(Retrospective retrospective) {
    return retrospective.frozen() == null
        ? timeline.rows(retrospective.incident(), TimelineQuery.curated())
        : retrospective.frozen();
  }

  /** What a person writes; null leaves it. */
  public record Writing(
      @Nullable Person owner,
      @Nullable Person facilitator,
      Map<Section, String> sections,
      @Nullable List<Factor> factors) {
    public Writing {
      sections = Map.copyOf(sections);
      factors = factors == null ? null : List.copyOf(factors);
    }
  }

  /** Writes the next revision. What was reviewed is read again before it changes. */
  @Transactional
  public Retrospective write(
      Actor actor, IncidentId incident, @Nullable String ifMatch, Writing writing, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var was = lock(incident);
    Fields.mustMatch(ifMatch, was.revision());
    if (was.state() == RetrospectiveState.REVIEWED || was.state() == RetrospectiveState.CLOSED) {
      throw Refusal.conflict(
          "not-in-draft", "It is %s: return it to DRAFT to write".formatted(was.state()));
    }
    var sections = new EnumMap<Section, String>(Section.class);
    sections.putAll(was.sections());
    sections.putAll(writing.sections());
    var next =
        new Retrospective(
            incident,
            was.state(),
            was.revision() + 1,
            writing.owner() == null ? was.owner() : writing.owner().id(),
            writing.facilitator() == null ? was.facilitator() : writing.facilitator().id(),
            sections,
            writing.factors() == null ? was.factors() : writing.factors(),
            was.frozen(),
            was.note(),
            was.approvedBy(),
            was.draftedAt(),
            was.movedAt(),
            was.dueAt());
    retrospectives.save(next, actor.person().id(), now);
    record(actor, next, "written", now);
    return next;
  }

  /** Moves it along; a manager who is not the owner approves, by their own hand. */
  @Transactional
  public Retrospective move(
      Actor actor, IncidentId id, RetrospectiveState to, @Nullable String comment, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = incidents.lockEnded(id);
    var was = lock(id);
    refuseUnlessAllowed(was, to);
    refuseUnlessMayDecide(actor, was, to);
    if (to == RetrospectiveState.DRAFT && comment == null) {
      throw Refusal.invalid("comment", "is missing: say what is to be changed");
    }
    var missing = ReviewPath.missing(was, to, comment);
    if (!missing.isEmpty()) {
      throw Refusal.conflict("blocked", missing.getFirst().text(), Map.of("blockers", missing));
    }
    var next = moved(was, to, comment, actor, now);
    retrospectives.save(next, actor.person().id(), now);
    incidents.follow(actor, id, incidentState(to), now);
    record(actor, next, "moved", now);
    if (to == RetrospectiveState.REVIEWED) {
      events.publishEvent(
          new RetrospectiveReviewed(
              id, incident.kind(), next.revision(), actor.person().id(), now));
    }
    return next;
  }

  private static void refuseUnlessAllowed(Retrospective was, RetrospectiveState to) {
    var allowed = ReviewPath.allowed(was.state());
    if (!allowed.contains(to)) {
      throw Refusal.conflict(
          "transition-not-allowed",
          "The retrospective is %s and cannot become %s".formatted(was.state(), to),
          Map.of("from", was.state(), "allowed", allowed));
    }
  }

  private static void refuseUnlessMayDecide(Actor actor, Retrospective was, RetrospectiveState to) {
    if (to != RetrospectiveState.REVIEWED) {
      return;
    }
    actor.mustBe(Role.MANAGER);
    if (actor.isProxy()) {
      throw Refusal.forbidden("own-hand", "Approving takes the manager's own session or token");
    }
    if (actor.person().id().equals(was.owner())) {
      throw Refusal.forbidden("second-person", "A manager who is not the owner approves it");
    }
  }

  private Retrospective moved(
      Retrospective was,
      RetrospectiveState to,
      @Nullable String comment,
      Actor actor,
      Instant now) {
    var frozen =
        switch (to) {
          case DRAFT -> null;
          case IN_REVIEW -> timeline.rows(was.incident(), TimelineQuery.curated());
          case REVIEWED, CLOSED -> was.frozen();
        };
    var approvedBy =
        switch (to) {
          case DRAFT, IN_REVIEW -> null;
          case REVIEWED -> actor.person().id();
          case CLOSED -> was.approvedBy();
        };
    return new Retrospective(
        was.incident(),
        to,
        was.revision(),
        was.owner(),
        was.facilitator(),
        was.sections(),
        was.factors(),
        frozen,
        comment,
        approvedBy,
        was.draftedAt(),
        now,
        was.dueAt());
  }

  private static IncidentState incidentState(RetrospectiveState state) {
    return switch (state) {
      case DRAFT -> IncidentState.RESOLVED;
      case IN_REVIEW, REVIEWED -> IncidentState.IN_REVIEW;
      case CLOSED -> IncidentState.CLOSED;
    };
  }

  private Retrospective lock(IncidentId incident) {
    return retrospectives
        .lock(incident)
        .orElseThrow(() -> Refusal.notFound("A retrospective of this incident"));
  }

  private void record(Actor actor, Retrospective now, String word, Instant at) {
    events.publishEvent(new RetrospectiveChanged(now.incident(), now.state(), now.revision()));
    audit.record(
        actor,
        at,
        "retrospective." + word,
        "incident/" + now.incident().value() + "/retrospective",
        null,
        Map.of("state", now.state().name(), "revision", now.revision()));
  }
}
