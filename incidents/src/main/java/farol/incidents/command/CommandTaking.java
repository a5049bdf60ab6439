package farol.incidents.command;

import farol.alerting.alert.AlertLinks;
import farol.alerting.catalog.Actor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from somebody having taken command, however they took it. */
@Component
class CommandTaking {
  private final JdbcIncidents incidents;
  private final Chronicle chronicle;
  private final CommanderPaging paging;
  private final AlertLinks alerts;
  private final ApplicationEventPublisher events;
  private final MeterRegistry metrics;

  CommandTaking(
      JdbcIncidents incidents,
      Chronicle chronicle,
      CommanderPaging paging,
      AlertLinks alerts,
      ApplicationEventPublisher events,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.chronicle = chronicle;
    this.paging = paging;
    this.alerts = alerts;
    this.events = events;
    this.metrics = metrics;
  }

  /**
   * The incident is active, its alerts are handed up, and the search for a commander is settled.
   */
  Incident taken(Actor actor, Incident incident, Command after, String sentence, Instant at) {
    var acting = !CommandDesk.isTrained(actor.person());
    var saved = incidents.save(active(incident, at));
    tell(actor, saved, after, sentence + (acting ? " as acting commander" : ""), at);
    alerts.handUp(saved.id(), at);
    if (!acting) {
      paging.callOff(saved, at);
    } else if (saved.severity().wakesCommander()) {
      paging.ask(saved, at);
    }
    events.publishEvent(
        new CommandTaken(saved.id(), saved.kind(), actor.person().id(), acting, at));
    return saved;
  }

  private Incident active(Incident incident, Instant at) {
    var accepted = incident.with(incident.milestones().withFirst(Milestone.ACCEPTED, at));
    if (incident.state() != IncidentState.TRIAGE) {
      return accepted;
    }
    var since = Duration.between(incident.milestones().declaredAt(), at);
    metrics.timer("farol.incident.accept").record(since.isNegative() ? Duration.ZERO : since);
    return accepted.in(IncidentState.ACTIVE);
  }

  private void tell(Actor actor, Incident incident, Command after, String sentence, Instant at) {
    var person = actor.person();
    chronicle.command(
        actor,
        incident,
        person.firstName() + " " + sentence,
        Map.of(
            "person",
            person.handle(),
            "how",
            after.tenures().getLast().how().name(),
            "acting",
            !CommandDesk.isTrained(person)),
        at);
    chronicle.audit(actor, incident, "command-taken", null, person.handle(), at);
  }
}
