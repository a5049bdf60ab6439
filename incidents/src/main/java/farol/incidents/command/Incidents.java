package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents: finding them, and what people say of them. */
@Service
public class Incidents {
  /** How far ahead of the clock a claimed instant may lie. */
  public static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  private final JdbcIncidents incidents;
  private final JdbcCommands commands;
  private final Leads leads;
  private final Chronicle chronicle;
  private final CommanderPaging paging;
  private final Services services;
  private final ApplicationEventPublisher events;

  Incidents(
      JdbcIncidents incidents,
      JdbcCommands commands,
      Leads leads,
      Chronicle chronicle,
      CommanderPaging paging,
      Services services,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.commands = commands;
    this.leads = leads;
    this.chronicle = chronicle;
    this.paging = paging;
    this.services = services;
    this.events = events;
  }

  /** The incident of this UUID or number, or a refusal with 404. */
  @Transactional(readOnly = true)
  public Incident get(String idOrNumber) {
    return find(idOrNumber).orElseThrow(() -> Refusal.notFound("Incident " + idOrNumber));
  }

  @Transactional(readOnly = true)
  public Optional<Incident> find(String idOrNumber) {
    if (idOrNumber.matches("[1-9][0-9]{0,17}")) {
      return incidents.find(Long.parseLong(idOrNumber));
    }
    return idOrNumber.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? incidents.find(new IncidentId(UUID.fromString(idOrNumber)))
        : Optional.empty();
  }

  @Transactional(readOnly = true)
  public Optional<Incident> find(IncidentId id) {
    return incidents.find(id);
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Incident> list(IncidentQuery query) {
    return incidents.list(query);
  }

  @Transactional(readOnly = true)
  public List<SeverityChange> severities(IncidentId incident) {
    return incidents.severities(incident);
  }

  /** Anyone who responds may raise the severity; lowering is for the commander and the deputy. */
  @Transactional
  public Incident severity(
      Actor actor, IncidentId id, IncidentSeverity severity, String reason, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lock(id);
    if (incident.severity() == severity) {
      return incident;
    }
    if (!severity.worseThan(incident.severity())) {
      leads.mustLead(actor, incident);
    }
    incidents.logSeverity(
        id, new SeverityChange(incident.severity(), severity, reason, actor.person().id(), now));
    var saved = incidents.save(incident.at(severity));
    chronicle.row(
        actor,
        saved,
        RowSource.SEVERITY,
        "%s to %s: %s".formatted(incident.severity(), severity, reason),
        Map.of("was", incident.severity().name(), "became", severity.name()),
        now);
    chronicle.audit(
        actor, saved, "severity-changed", incident.severity().name(), severity.name(), now);
    if (saved.state().open() && severity.wakesCommander() && !commandedByTrained(id)) {
      paging.ask(saved, now);
    }
    events.publishEvent(new SeverityChanged(id, saved.kind(), incident.severity(), severity, now));
    return saved;
  }

  private boolean commandedByTrained(IncidentId id) {
    return commands.load(id).holder().filter(services::isTrained).isPresent();
  }

  /**
   * What a person changes of an incident; null leaves it.
   *
   * @param milestones each named one is set, or cleared where the value is empty
   * @param reason needed to correct a milestone
   */
  public record Change(
      @Nullable String title,
      @Nullable String summary,
      @Nullable List<String> services,
      Map<Milestone, Optional<Instant>> milestones,
      @Nullable String reason) {
    public Change {
      milestones = Map.copyOf(milestones);
    }
  }

  /** Changes what is said of the incident; milestones at any time, before or after closing. */
  @Transactional
  public Incident change(
      Actor actor, IncidentId id, @Nullable String ifMatch, Change change, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lock(id);
    farol.incidents.door.Fields.mustMatch(ifMatch, incident.version());
    var told = incident;
    if (change.title() != null || change.summary() != null || change.services() != null) {
      leads.mustLead(actor, incident);
      told =
          incident.told(
              Optional.ofNullable(change.title()).orElse(incident.title()),
              Optional.ofNullable(change.summary()).orElse(incident.summary()),
              services.checked(Optional.ofNullable(change.services()).orElse(incident.services())));
    }
    var corrected = corrected(actor, told, change, now);
    var saved = incidents.save(corrected);
    chronicle.audit(actor, saved, "changed", summary(incident), summary(saved), now);
    return saved;
  }

  private Incident corrected(Actor actor, Incident incident, Change change, Instant now) {
    if (change.milestones().isEmpty()) {
      return incident;
    }
    if (change.reason() == null) {
      throw Refusal.invalid("reason", "is missing: say why the milestone is corrected");
    }
    var next = incident.milestones();
    for (var milestone : Milestone.values()) {
      var value = change.milestones().get(milestone);
      if (value != null) {
        checkClaim(milestone, value, now);
        next = next.with(milestone, value.orElse(null));
        tellCorrection(actor, incident, milestone, value, change.reason(), now);
      }
    }
    refuseDisorder(next);
    return incident.with(next);
  }

  private static void checkClaim(Milestone milestone, Optional<Instant> at, Instant now) {
    var field = "milestones." + milestone.key();
    if (at.isEmpty() && milestone == Milestone.DECLARED) {
      throw Refusal.invalid(field, "is always known");
    }
    if (at.filter(now.plus(AHEAD_MAX)::isBefore).isPresent()) {
      throw Refusal.invalid(field, "lies in the future");
    }
  }

  private void tellCorrection(
      Actor actor,
      Incident incident,
      Milestone milestone,
      Optional<Instant> to,
      String reason,
      Instant now) {
    var was = incident.milestones().at(milestone);
    chronicle.row(
        actor,
        incident,
        RowSource.STATE,
        "%s: %s, was %s. %s"
            .formatted(
                milestone.key(),
                to.map(Instant::toString).orElse("unknown"),
                was == null ? "unknown" : was,
                reason),
        Map.of("milestone", milestone.key()),
        now);
  }

  static void refuseDisorder(Milestones milestones) {
    var problems = milestones.problems();
    if (!problems.isEmpty()) {
      throw Refusal.invalid(problems);
    }
  }

  private static Map<String, Object> summary(Incident incident) {
    var facts = new HashMap<String, Object>();
    facts.put("title", incident.title());
    facts.put("summary", String.valueOf(incident.summary()));
    facts.put("services", incident.services());
    facts.put("milestones", incident.milestones().answered());
    return facts;
  }

  private Incident lock(IncidentId id) {
    return incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
  }
}
