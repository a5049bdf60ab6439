package farol.console.demo;

import farol.alerting.catalog.Catalog;
import farol.incidents.actions.Actions;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Declaration;
import farol.incidents.command.DeclareDesk;
import farol.incidents.command.IncidentRoles;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Incidents;
import farol.incidents.command.Sitreps;
import farol.incidents.command.Transitions;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The services that a told incident goes through: the same ones as a real one. */
@Component
record IncidentStories(
    Catalog catalog,
    DeclareDesk declareDesk,
    CommandDesk command,
    IncidentRoles roles,
    Sitreps sitreps,
    Incidents incidents,
    Transitions transitions,
    Timeline timeline,
    Retrospectives retrospectives,
    Actions actions) {
  /** Declares an incident at an instant in the past; nobody is paged for it. */
  IncidentStory begin(
      String by, Instant at, String title, IncidentSeverity severity, String service) {
    var story = new IncidentStory(this, at);
    var declaration =
        new Declaration(title, severity, null, List.of(), List.of(service), false, false, Map.of());
    return story.about(declareDesk.declare(story.as(by), declaration, at));
  }
}
