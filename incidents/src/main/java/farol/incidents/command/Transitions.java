package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves an incident from state to state by a person's hand. */
@Service
public class Transitions {
  private final JdbcIncidents incidents;
  private final Blockers blockers;
  private final Leads leads;
  private final CommandDesk command;
  private final Chronicle chronicle;
  private final ApplicationEventPublisher events;

  Transitions(
      JdbcIncidents incidents,
      Blockers blockers,
      Leads leads,
      CommandDesk command,
      Chronicle chronicle,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.blockers = blockers;
    this.leads = leads;
    this.command = command;
    this.chronicle = chronicle;
    this.events = events;
  }

  /**
   * What a person asks for.
   *
   * @param reason needed to go back, to cancel, and to close without a retrospective
   * @param into the incident merged into
   */
  public record Asked(
      IncidentState to, @Nullable String reason, @Nullable IncidentId into, List<Waiver> waivers) {
    public Asked {
      waivers = List.copyOf(waivers);
    }

    public static Asked to(IncidentState state) {
      return new Asked(state, null, null, List.of());
    }

    public static Asked to(IncidentState state, String reason) {
      return new Asked(state, reason, null, List.of());
    }
  }

  @Transactional
  public Incident move(Actor actor, IncidentId id, Asked asked, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    var waived = asked.waivers().stream().map(Waiver::code).collect(Collectors.toSet());
    var move =
        new Lifecycle.Move(
            incident.state(), asked.to(), incident.severity(), blockers.of(incident));
    switch (Lifecycle.decide(move, waived)) {
      case Lifecycle.Verdict.NotAllowed(var from, var allowed) ->
          throw notAllowed(incident, asked.to(), from, allowed);
      case Lifecycle.Verdict.Blocked(var left) -> {
        mayMove(actor, incident, asked.to());
        throw blocked(left);
      }
      case Lifecycle.Verdict.Allowed() -> mayMove(actor, incident, asked.to());
    }
    if (Lifecycle.needsReason(asked.to()) && asked.reason() == null) {
      throw Refusal.invalid("reason", "is missing");
    }
    var moved = moved(actor, incident, asked, now);
    chronicle.audit(actor, moved, "moved", incident.state().name(), moved.state().name(), now);
    return moved;
  }

  private void mayMove(Actor actor, Incident incident, IncidentState to) {
    var anyResponder =
        incident.state() == IncidentState.TRIAGE
            || (to == IncidentState.ACTIVE && !incident.state().open());
    var manager = to == IncidentState.CLOSED && actor.may(Role.MANAGER);
    if (!anyResponder && !manager) {
      leads.mustLead(actor, incident);
    }
  }

  private Incident moved(Actor actor, Incident incident, Asked asked, Instant now) {
    return switch (asked.to()) {
      case MITIGATED -> mitigated(actor, incident, asked, now);
      case RESOLVED -> resolved(actor, incident, asked, now);
      case ACTIVE ->
          incident.state().open()
              ? active(actor, incident, asked, now)
              : reopened(actor, incident, asked, now);
      case DECLINED, CANCELLED -> endedEarly(actor, incident, asked, now);
      case MERGED -> endedEarly(actor, incident.into(other(incident, asked)), asked, now);
      case CLOSED -> told(actor, incident.in(IncidentState.CLOSED), asked, now);
      case TRIAGE, IN_REVIEW -> throw new IllegalStateException("Never asked for by hand");
    };
  }

  private Incident mitigated(Actor actor, Incident incident, Asked asked, Instant now) {
    var milestones = incident.milestones().withFirst(Milestone.IMPACT_MITIGATED, now);
    refuseDisorder(milestones);
    var saved = told(actor, incident.with(milestones).in(IncidentState.MITIGATED), asked, now);
    events.publishEvent(new IncidentMitigated(saved.id(), saved.kind(), now));
    return saved;
  }

  private Incident resolved(Actor actor, Incident incident, Asked asked, Instant now) {
    var standing = blockers.of(incident).stream().map(Blocker::code).toList();
    for (var waiver : asked.waivers()) {
      if (!standing.contains(waiver.code())) {
        continue;
      }
      chronicle.row(
          actor,
          incident,
          RowSource.DECISION,
          "Set aside %s: %s".formatted(waiver.code(), waiver.reason()),
          Map.of("waived", waiver.code()),
          now);
    }
    var at = command.ended(incident, now);
    var milestones =
        incident
            .milestones()
            .withFirst(Milestone.IMPACT_MITIGATED, at)
            .with(Milestone.RESOLVED, at);
    refuseDisorder(milestones);
    var saved = told(actor, incident.with(milestones).in(IncidentState.RESOLVED), asked, at);
    events.publishEvent(new IncidentResolved(saved.id(), saved.kind(), at));
    return saved;
  }

  private Incident active(Actor actor, Incident incident, Asked asked, Instant now) {
    var milestones = incident.milestones().with(Milestone.IMPACT_MITIGATED, null);
    return told(actor, incident.with(milestones).in(IncidentState.ACTIVE), asked, now);
  }

  private Incident reopened(Actor actor, Incident incident, Asked asked, Instant now) {
    var milestones =
        incident
            .milestones()
            .with(Milestone.IMPACT_MITIGATED, null)
            .with(Milestone.IMPACT_ENDED, null)
            .with(Milestone.RESOLVED, null);
    var open = told(actor, incident.with(milestones).in(IncidentState.ACTIVE), asked, now);
    var saved = command.reopened(actor, open, now);
    events.publishEvent(new IncidentReopened(saved.id(), saved.kind(), actor.person().id(), now));
    return saved;
  }

  private Incident endedEarly(Actor actor, Incident incident, Asked asked, Instant now) {
    var at = command.ended(incident, now);
    return told(actor, incident.in(asked.to()), asked, at);
  }

  private IncidentId other(Incident incident, Asked asked) {
    if (asked.into() == null) {
      throw Refusal.invalid("into", "is missing: the incident this one is part of");
    }
    if (asked.into().equals(incident.id())) {
      throw Refusal.invalid("into", "is this incident itself");
    }
    return incidents
        .find(asked.into())
        .filter(other -> other.state().open())
        .map(Incident::id)
        .orElseThrow(() -> Refusal.invalid("into", "names no open incident"));
  }

  private Incident told(Actor actor, Incident incident, Asked asked, Instant at) {
    var saved = incidents.save(incident);
    var reason = asked.reason() == null ? "" : ": " + asked.reason();
    chronicle.row(
        actor,
        saved,
        RowSource.STATE,
        saved.state().word() + reason,
        Map.of("state", saved.state().name()),
        at);
    return saved;
  }

  private static Refusal notAllowed(
      Incident incident, IncidentState to, IncidentState from, List<IncidentState> allowed) {
    var how =
        from == IncidentState.TRIAGE && to == IncidentState.ACTIVE
            ? ": accepting command makes it active"
            : "";
    return Refusal.conflict(
        "transition-not-allowed",
        "%s is %s and cannot become %s%s".formatted(incident.key(), from, to, how),
        Map.of("from", from, "allowed", allowed));
  }

  private static Refusal blocked(List<Blocker> left) {
    return Refusal.conflict("blocked", left.getFirst().text(), Map.of("blockers", left));
  }

  private static void refuseDisorder(Milestones milestones) {
    var problems = milestones.problems();
    if (!problems.isEmpty()) {
      throw blocked(
          List.of(
              new Blocker(
                  "MILESTONE_ORDER",
                  "Correct the milestones first: %s %s"
                      .formatted(problems.getFirst().field(), problems.getFirst().message()),
                  false,
                  null)));
    }
  }
}
