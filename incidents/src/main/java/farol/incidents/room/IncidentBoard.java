package farol.incidents.room;

import farol.alerting.alert.AlertLinks;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.PersonName;
import farol.incidents.capture.AlertFacts;
import farol.incidents.capture.CommanderAlerts;
import farol.incidents.command.Blockers;
import farol.incidents.command.Command;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentQuery;
import farol.incidents.command.IncidentRoles;
import farol.incidents.command.Incidents;
import farol.incidents.command.Lifecycle;
import farol.incidents.command.Milestone;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import farol.runbooks.execution.IncidentRuns;
import farol.statuspage.incident.PublicPosts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the list and the room of incidents show. */
@Service
@Transactional(readOnly = true)
public class IncidentBoard {
  private final Incidents incidents;
  private final CommandDesk command;
  private final IncidentRoles roles;
  private final Blockers blockers;
  private final Retrospectives retrospectives;
  private final Timeline timeline;
  private final AlertLinks alerts;
  private final AlertFacts facts;
  private final CommanderAlerts commanderAlerts;
  private final IncidentRuns runs;
  private final PublicPosts posts;
  private final Catalog catalog;

  IncidentBoard(
      Incidents incidents,
      CommandDesk command,
      IncidentRoles roles,
      Blockers blockers,
      Retrospectives retrospectives,
      Timeline timeline,
      AlertLinks alerts,
      AlertFacts facts,
      CommanderAlerts commanderAlerts,
      IncidentRuns runs,
      PublicPosts posts,
      Catalog catalog) {
    this.incidents = incidents;
    this.command = command;
    this.roles = roles;
    this.blockers = blockers;
    this.retrospectives = retrospectives;
    this.timeline = timeline;
    this.alerts = alerts;
    this.facts = facts;
    this.commanderAlerts = commanderAlerts;
    this.runs = runs;
    this.posts = posts;
    this.catalog = catalog;
  }

  /** The incidents people work on, newest first. */
  public List<IncidentLine> open() {
    return incidents.list(IncidentQuery.open()).stream().map(this::line).toList();
  }

  /** The newest that are over. */
  public List<IncidentLine> ended(int limit) {
    return incidents.list(IncidentQuery.ended(limit)).stream().map(this::line).toList();
  }

  private IncidentLine line(Incident incident) {
    var holder = command.of(incident.id()).holder().flatMap(catalog::person);
    return new IncidentLine(
        incident.id(),
        incident.number(),
        incident.title(),
        incident.summary(),
        incident.severity(),
        incident.state(),
        holder.map(PersonName::of).orElse(null),
        holder.filter(person -> !CommandDesk.isTrained(person)).isPresent(),
        incident.services(),
        incident.milestones().declaredAt(),
        incident.milestones().at(Milestone.RESOLVED),
        silence(incident, posts.of(incident.id())),
        retrospectives.of(incident.id()).map(Retrospective::state).orElse(null));
  }

  /** The room of the incident with this number. */
  public Optional<RoomView> room(long number) {
    return incidents.find(Long.toString(number)).map(this::room);
  }

  private RoomView room(Incident incident) {
    var id = incident.id();
    var held = command.of(id);
    var publicState = posts.of(id);
    return new RoomView(
        incident,
        inCommand(held),
        pending(held),
        commanderAlerts.underWay(id),
        roleLines(incident),
        alerts.ofIncident(id).stream().filter(facts::belongs).toList(),
        runs.of(id),
        timeline.rows(id, TimelineQuery.all()),
        publicState.orElse(null),
        silence(incident, publicState),
        blockers.of(incident),
        Lifecycle.allowed(incident.state(), incident.severity()),
        retrospectives.of(id).map(Retrospective::state).orElse(null));
  }

  private RoomView.@Nullable InCommand inCommand(Command held) {
    return held.open()
        .flatMap(
            tenure ->
                person(tenure.person())
                    .map(
                        person ->
                            new RoomView.InCommand(
                                person, tenure.from(), !CommandDesk.isTrained(person))))
        .orElse(null);
  }

  private RoomView.@Nullable Pending pending(Command held) {
    return held.pendingOffer()
        .flatMap(
            offer ->
                person(offer.from())
                    .flatMap(
                        from ->
                            person(offer.to())
                                .map(
                                    to ->
                                        new RoomView.Pending(
                                            offer.id(),
                                            from,
                                            to,
                                            offer.note(),
                                            offer.expiresAt(),
                                            offer.brief()))))
        .orElse(null);
  }

  private List<RoomView.RoleLine> roleLines(Incident incident) {
    return roles.held(incident.id()).stream()
        .flatMap(
            held ->
                person(held.person()).stream()
                    .map(person -> new RoomView.RoleLine(held.role(), person, held.from())))
        .toList();
  }

  private Optional<Person> person(PersonId id) {
    return catalog.person(id);
  }

  private static Silence silence(Incident incident, Optional<PublicPosts.PublicState> publicState) {
    Instant lastWord = publicState.map(PublicPosts.PublicState::lastPublishedAt).orElse(null);
    var declaredAt = incident.milestones().declaredAt();
    Instant since = lastWord == null ? declaredAt : lastWord;
    Instant promised =
        publicState
            .filter(PublicPosts.PublicState::open)
            .map(PublicPosts.PublicState::nextUpdateAt)
            .orElse(null);
    var saidFinally = lastWord != null && !publicState.get().open();
    return new Silence(lastWord, since, promised, incident.state().open() && !saidFinally);
  }
}
