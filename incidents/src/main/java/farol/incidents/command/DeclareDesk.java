package farol.incidents.command;

import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertSummary;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.door.Refusal;
import farol.incidents.capture.AlertFacts;
import farol.incidents.timeline.RowSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Declares incidents and links alerts to them. */
@org.springframework.stereotype.Service
public class DeclareDesk {
  private final JdbcIncidents incidents;
  private final CommandDesk command;
  private final CommanderPaging paging;
  private final Chronicle chronicle;
  private final Services services;
  private final AlertLinks links;
  private final AlertFacts facts;
  private final Catalog catalog;
  private final ApplicationEventPublisher events;
  private final MeterRegistry metrics;

  DeclareDesk(
      JdbcIncidents incidents,
      CommandDesk command,
      CommanderPaging paging,
      Chronicle chronicle,
      Services services,
      AlertLinks links,
      AlertFacts facts,
      Catalog catalog,
      ApplicationEventPublisher events,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.command = command;
    this.paging = paging;
    this.chronicle = chronicle;
    this.services = services;
    this.links = links;
    this.facts = facts;
    this.catalog = catalog;
    this.events = events;
    this.metrics = metrics;
  }

  @Transactional
  public Incident declare(Actor actor, Declaration declaration, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var alerts = found(declaration.alerts());
    var incident = opened(actor, declaration, alerts, now);
    incidents.insert(incident);
    incidents.logSeverity(
        incident.id(),
        new SeverityChange(null, incident.severity(), "declared", actor.person().id(), now));
    chronicle.row(
        actor,
        incident,
        RowSource.STATE,
        "%s declared %s: %s"
            .formatted(actor.person().firstName(), incident.severity(), incident.title()),
        Map.of("state", "TRIAGE", "severity", incident.severity().name()),
        now);
    chronicle.audit(actor, incident, "declared", null, incident.title(), now);
    link(incident, alerts, now);
    events.publishEvent(
        new IncidentDeclared(
            incident.id(),
            incident.number(),
            incident.kind(),
            incident.severity(),
            incident.title(),
            now));
    count(incident);
    return commanded(actor, declaration, incident, now);
  }

  private Incident opened(
      Actor actor, Declaration declaration, List<AlertSummary> alerts, Instant now) {
    var first = alerts.stream().min(Comparator.comparing(AlertSummary::acceptedAt));
    var title =
        Optional.ofNullable(declaration.title())
            .or(() -> first.map(AlertSummary::summary).map(DeclareDesk::cut))
            .orElseThrow(() -> Refusal.invalid("title", "is missing"));
    var slugs = declaration.services().isEmpty() ? slugs(alerts) : declaration.services();
    return new Incident(
        IncidentId.random(),
        incidents.nextNumber(),
        IncidentKind.REAL,
        IncidentState.TRIAGE,
        declaration.severity(),
        title,
        declaration.summary(),
        actor.person().id(),
        services.checked(slugs),
        milestones(declaration, first, now),
        1,
        1,
        null);
  }

  private static Milestones milestones(
      Declaration declaration, Optional<AlertSummary> first, Instant now) {
    if (declaration.milestones().containsKey(Milestone.DECLARED)) {
      throw Refusal.invalid("milestones.declaredAt", "is set by declaring");
    }
    var known = Milestones.declared(now);
    for (var given : declaration.milestones().entrySet()) {
      if (given.getValue().isAfter(now.plus(Incidents.AHEAD_MAX))) {
        throw Refusal.invalid("milestones." + given.getKey().key(), "lies in the future");
      }
      known = known.with(given.getKey(), given.getValue());
    }
    if (first.isPresent()) {
      known = known.withFirst(Milestone.DETECTED, first.get().acceptedAt());
    }
    Incidents.refuseDisorder(known);
    return known;
  }

  private static String cut(String summary) {
    return summary.length() <= Incident.TITLE_MAX
        ? summary
        : summary.substring(0, Incident.TITLE_MAX - 1) + "…";
  }

  private List<String> slugs(List<AlertSummary> alerts) {
    return alerts.stream()
        .map(AlertSummary::service)
        .flatMap(id -> catalog.service(id).stream())
        .map(Service::slug)
        .distinct()
        .limit(Incident.SERVICES_MAX)
        .toList();
  }

  private List<AlertSummary> found(List<AlertId> ids) {
    if (ids.size() > Incident.ALERTS_MAX) {
      throw Refusal.invalid("alertIds", "are at most " + Incident.ALERTS_MAX);
    }
    var alerts = new ArrayList<AlertSummary>();
    for (var at = 0; at < ids.size(); at++) {
      var field = "alertIds[%d]".formatted(at);
      alerts.add(
          links.alert(ids.get(at)).orElseThrow(() -> Refusal.invalid(field, "names no alert")));
    }
    return alerts;
  }

  private Incident commanded(Actor actor, Declaration declaration, Incident incident, Instant now) {
    if (declaration.takeCommand()) {
      return command.accept(actor, incident.id(), now);
    }
    var wanted = Optional.ofNullable(declaration.pageCommander());
    if (wanted.orElse(incident.severity().wakesCommander())) {
      paging.ask(incident, now);
    }
    return incident;
  }

  /** Links further alerts, with their groups; what they did so far lands at its own minute. */
  @Transactional
  public void link(Actor actor, IncidentId id, List<AlertId> alerts, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (!incident.state().open()) {
      throw Refusal.conflict(
          "not-open", "%s is %s".formatted(incident.key(), incident.state().word()));
    }
    link(incident, found(alerts), now);
    incidents.save(incident);
    chronicle.audit(actor, incident, "alerts-linked", null, alerts.size(), now);
    if (command.of(id).open().isPresent()) {
      links.handUp(id, now);
    }
  }

  private void link(Incident incident, List<AlertSummary> alerts, Instant now) {
    if (alerts.isEmpty()) {
      return;
    }
    links.link(alerts.stream().map(AlertSummary::id).toList(), incident.id(), now);
    links.ofIncident(incident.id()).stream()
        .filter(facts::belongs)
        .forEach(alert -> facts.catchUp(alert, incident.id(), now));
  }

  private void count(Incident incident) {
    metrics
        .counter(
            "farol.incidents.declared",
            "kind",
            incident.kind().name(),
            "severity",
            incident.severity().name())
        .increment();
  }
}
