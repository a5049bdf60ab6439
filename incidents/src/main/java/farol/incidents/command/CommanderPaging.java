package farol.incidents.command;

import farol.alerting.alert.InternalAlerts;
import farol.alerting.alert.Severity;
import farol.incidents.capture.CommanderAlerts;
import farol.incidents.timeline.RowSource;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Asks for a trained commander through the ordinary ladder of alerting, and calls it off. The alert
 * is not tied to the incident: handing up the incident's alerts to an acting commander must not
 * silence the search for a trained one.
 */
@Component
class CommanderPaging {
  static final String LADDER = "commander-ladder";

  private final InternalAlerts alerts;
  private final CommanderAlerts asked;
  private final Chronicle chronicle;

  CommanderPaging(InternalAlerts alerts, CommanderAlerts asked, Chronicle chronicle) {
    this.alerts = alerts;
    this.asked = asked;
    this.chronicle = chronicle;
  }

  /** Starts the ladder; asking while it climbs changes nothing. */
  void ask(Incident incident, Instant now) {
    if (asked.underWay(incident.id())) {
      return;
    }
    var raised =
        new InternalAlerts.Raised(
            dedupKey(incident),
            null,
            Severity.CRITICAL,
            "%s needs a commander: %s %s"
                .formatted(incident.key(), incident.severity(), incident.title()),
            LADDER,
            null,
            incident.path());
    asked.raised(alerts.raise(raised, now), incident.id(), now);
    chronicle.byItself(
        incident,
        RowSource.PAGE,
        "The commanders' ladder starts: nobody trained commands",
        false,
        now);
  }

  /** A trained commander holds command, or nobody is needed any more. */
  void callOff(Incident incident, Instant now) {
    if (asked.underWay(incident.id())) {
      alerts.resolve(dedupKey(incident), now);
      asked.ended(incident.id(), now);
    }
  }

  private static String dedupKey(Incident incident) {
    return "incident-command-" + incident.number();
  }
}
