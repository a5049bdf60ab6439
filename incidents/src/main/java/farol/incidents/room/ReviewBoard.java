package farol.incidents.room;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.Actions;
import farol.incidents.command.Incident;
import farol.incidents.command.Incidents;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the screens of retrospectives and action items show. */
@Service
@Transactional(readOnly = true)
public class ReviewBoard {
  private final Retrospectives retrospectives;
  private final Incidents incidents;
  private final Actions actions;
  private final Catalog catalog;

  ReviewBoard(
      Retrospectives retrospectives, Incidents incidents, Actions actions, Catalog catalog) {
    this.retrospectives = retrospectives;
    this.incidents = incidents;
    this.actions = actions;
    this.catalog = catalog;
  }

  /** A retrospective in one line. */
  public record ReviewLine(
      Incident incident,
      RetrospectiveState state,
      @Nullable Person owner,
      @Nullable Instant dueAt,
      Instant movedAt,
      long actions,
      long outstanding) {}

  /** The last moved first. */
  public List<ReviewLine> latest() {
    return retrospectives.latest().stream().flatMap(found -> line(found).stream()).toList();
  }

  private Optional<ReviewLine> line(Retrospective found) {
    var promised = actions.of(found.incident());
    var outstanding = promised.stream().filter(action -> action.state().outstanding()).count();
    return incidents
        .find(found.incident())
        .map(
            incident ->
                new ReviewLine(
                    incident,
                    found.state(),
                    person(found.owner()),
                    found.dueAt(),
                    found.movedAt(),
                    promised.size(),
                    outstanding));
  }

  /** The page of the retrospective of the incident with this number. */
  public Optional<ReviewPage> page(long number, Instant now) {
    return incidents
        .find(Long.toString(number))
        .flatMap(
            incident -> retrospectives.of(incident.id()).map(found -> page(incident, found, now)));
  }

  private ReviewPage page(Incident incident, Retrospective found, Instant now) {
    return new ReviewPage(
        incident,
        found,
        person(found.owner()),
        person(found.facilitator()),
        person(found.approvedBy()),
        retrospectives.rows(found),
        actions.of(incident.id()).stream().map(action -> promise(action, incident, now)).toList());
  }

  /** The action items still to be done, the soonest due first. */
  public List<ReviewPage.Promise> outstanding(Instant now) {
    return actions.list(new Actions.Query(null, null, false), now).stream()
        .filter(action -> action.state().outstanding())
        .flatMap(
            action ->
                incidents.find(action.incident()).stream()
                    .map(incident -> promise(action, incident, now)))
        .toList();
  }

  private ReviewPage.Promise promise(ActionItem action, Incident incident, Instant now) {
    return new ReviewPage.Promise(
        action, incident, person(action.owner()), actions.overdue(action, now));
  }

  private @Nullable Person person(@Nullable PersonId id) {
    return id == null ? null : catalog.person(id).orElse(null);
  }
}
