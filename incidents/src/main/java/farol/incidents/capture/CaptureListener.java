package farol.incidents.capture;

import farol.alerting.alert.AlertAcknowledged;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertResolved;
import farol.alerting.alert.AlertSummary;
import farol.alerting.alert.AlertTriggered;
import farol.alerting.catalog.Catalog;
import farol.alerting.notify.PageSent;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.runbooks.execution.RunEnded;
import farol.runbooks.execution.RunStarted;
import farol.runbooks.execution.RunUndone;
import farol.runbooks.execution.StepVerified;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears the other rooms. Every event may come twice, late or out of order; what belongs to no
 * incident is left alone, and found again when its alert is linked.
 */
@Component
class CaptureListener {
  private final AlertFacts alerts;
  private final AlertLinks links;
  private final CommanderAlerts commanderAlerts;
  private final RunRows runs;
  private final Catalog catalog;
  private final Timeline timeline;
  private final InstantSource clock;

  CaptureListener(
      AlertFacts alerts,
      AlertLinks links,
      CommanderAlerts commanderAlerts,
      RunRows runs,
      Catalog catalog,
      Timeline timeline,
      InstantSource clock) {
    this.alerts = alerts;
    this.links = links;
    this.commanderAlerts = commanderAlerts;
    this.runs = runs;
    this.catalog = catalog;
    this.timeline = timeline;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AlertTriggered event) {
    var alert = links.alert(event.alert());
    alert
        .flatMap(alerts::incidentOf)
        .ifPresent(incident -> alerts.triggered(incident, alert.get(), clock.instant()));
  }

  @ApplicationModuleListener
  void on(AlertAcknowledged event) {
    var asked = commanderAlerts.incidentOf(event.alert());
    if (asked.isPresent()) {
      catalog
          .person(event.by())
          .ifPresent(
              person ->
                  timeline.append(
                      NewRow.of(
                              RowActor.person(person),
                              asked.get(),
                              RowSource.PAGE,
                              person.firstName() + " answered the page for a commander",
                              event.at())
                          .key("commander-page-answered:" + event.alert().value())
                          .payload(Map.of("event", "acknowledged", "person", person.handle())),
                      clock.instant()));
      return;
    }
    var alert = links.alert(event.alert());
    alert
        .flatMap(AlertSummary::incident)
        .ifPresent(
            incident ->
                alerts.acknowledged(
                    incident, alert.get(), event.by(), event.at(), clock.instant()));
  }

  @ApplicationModuleListener
  void on(AlertResolved event) {
    var alert = links.alert(event.alert());
    alert
        .flatMap(alerts::incidentOf)
        .ifPresent(incident -> alerts.resolved(incident, alert.get(), event.at(), clock.instant()));
  }

  @ApplicationModuleListener
  void on(PageSent event) {
    var person = catalog.person(event.person());
    alerts
        .concernedBy(event.alert())
        .ifPresent(
            incident ->
                person.ifPresent(
                    who ->
                        alerts.paged(
                            incident,
                            event.page().value(),
                            who,
                            event.channel(),
                            event.at(),
                            clock.instant())));
  }

  @ApplicationModuleListener
  void on(RunStarted event) {
    runs.started(event, clock.instant());
  }

  @ApplicationModuleListener
  void on(RunEnded event) {
    runs.ended(event, clock.instant());
  }

  @ApplicationModuleListener
  void on(RunUndone event) {
    runs.undone(event, clock.instant());
  }

  @ApplicationModuleListener
  void on(StepVerified event) {
    runs.verified(event, clock.instant());
  }
}
