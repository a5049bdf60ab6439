package farol.incidents.command.web;

import farol.alerting.alert.AlertLinks;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.PersonName;
import farol.incidents.capture.AlertFacts;
import farol.incidents.command.Blockers;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.CommandRole;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentRoles;
import farol.runbooks.execution.IncidentRuns;
import farol.statuspage.incident.PublicPosts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an incident together with what the other rooms hold of it. */
@Component
class IncidentAnswers {
  private final CommandDesk command;
  private final IncidentRoles roles;
  private final Blockers blockers;
  private final AlertLinks alerts;
  private final AlertFacts facts;
  private final IncidentRuns runs;
  private final PublicPosts posts;
  private final Catalog catalog;

  IncidentAnswers(
      CommandDesk command,
      IncidentRoles roles,
      Blockers blockers,
      AlertLinks alerts,
      AlertFacts facts,
      IncidentRuns runs,
      PublicPosts posts,
      Catalog catalog) {
    this.command = command;
    this.roles = roles;
    this.blockers = blockers;
    this.alerts = alerts;
    this.facts = facts;
    this.runs = runs;
    this.posts = posts;
    this.catalog = catalog;
  }

  IncidentAnswer of(Incident incident) {
    return new IncidentAnswer(
        incident.id().value(),
        incident.number(),
        incident.kind(),
        incident.state(),
        incident.severity(),
        incident.title(),
        incident.summary(),
        false,
        incident.version(),
        incident.situationVersion(),
        incident.milestones().answered(),
        commander(incident),
        roles(incident),
        incident.services(),
        alerts.ofIncident(incident.id()).stream()
            .filter(facts::belongs)
            .map(alert -> alert.id().value())
            .toList(),
        runs.of(incident.id()).stream().map(IncidentRuns.RunLine::id).toList(),
        posts.of(incident.id()).map(PublicPosts.PublicState::publicIncidentId).orElse(null),
        IncidentAnswer.value(incident.mergedInto()),
        0,
        blockers.of(incident));
  }

  private IncidentAnswer.@Nullable CommanderAnswer commander(Incident incident) {
    return command
        .of(incident.id())
        .holder()
        .flatMap(catalog::person)
        .map(
            person ->
                new IncidentAnswer.CommanderAnswer(
                    person.handle(), person.name(), !CommandDesk.isTrained(person)))
        .orElse(null);
  }

  /** The commander first, then who holds another role. */
  private List<IncidentAnswer.RoleAnswer> roles(Incident incident) {
    var answers = new ArrayList<IncidentAnswer.RoleAnswer>();
    command
        .of(incident.id())
        .open()
        .map(
            held ->
                new IncidentAnswer.RoleAnswer(
                    CommandRole.IC, name(held.person()), held.from(), held.until()))
        .ifPresent(answers::add);
    roles.held(incident.id()).stream()
        .map(
            held ->
                new IncidentAnswer.RoleAnswer(
                    held.role(), name(held.person()), held.from(), held.until()))
        .forEach(answers::add);
    return List.copyOf(answers);
  }

  PersonName name(PersonId id) {
    return catalog
        .person(id)
        .map(PersonName::of)
        .orElseGet(() -> new PersonName("unknown", "Somebody who left"));
  }
}
