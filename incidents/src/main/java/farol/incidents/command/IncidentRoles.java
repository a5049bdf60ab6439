package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who does what in an incident beside the commander. The commander and the deputy assign; anybody
 * who responds may take a role that nobody holds, and give up their own.
 */
@Service
public class IncidentRoles {
  private final JdbcIncidents incidents;
  private final JdbcCommands commands;
  private final JdbcRoles roles;
  private final Leads leads;
  private final Chronicle chronicle;

  IncidentRoles(
      JdbcIncidents incidents,
      JdbcCommands commands,
      JdbcRoles roles,
      Leads leads,
      Chronicle chronicle) {
    this.incidents = incidents;
    this.commands = commands;
    this.roles = roles;
    this.leads = leads;
    this.chronicle = chronicle;
  }

  @Transactional(readOnly = true)
  public List<RoleHeld> held(IncidentId incident) {
    return roles.held(incident);
  }

  @Transactional
  public void assign(Actor actor, IncidentId id, CommandRole role, Person person, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lock(id, role);
    var holder = holder(id, role);
    if (holder.filter(held -> held.person().equals(person.id())).isPresent()) {
      return;
    }
    if (!person.may(Role.RESPONDER)) {
      throw Refusal.invalid("person", person.handle() + " may not respond");
    }
    if (!(holder.isEmpty() && mayTake(actor, id, person))) {
      leads.mustLead(actor, incident);
    }
    roles.end(id, role, now);
    roles.begin(id, role, person.id(), now);
    tell(actor, incident, role, person, "takes", now);
  }

  @Transactional
  public void giveUp(Actor actor, IncidentId id, CommandRole role, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lock(id, role);
    var holder = holder(id, role);
    if (holder.isEmpty()) {
      return;
    }
    if (!holder.get().person().equals(actor.person().id())) {
      leads.mustLead(actor, incident);
    }
    roles.end(id, role, now);
    tell(actor, incident, role, actor.person(), "gives up", now);
  }

  /** Anybody takes a free role for themselves; before there is a commander, also for others. */
  private boolean mayTake(Actor actor, IncidentId id, Person person) {
    return person.id().equals(actor.person().id()) || commands.load(id).last().isEmpty();
  }

  private java.util.Optional<RoleHeld> holder(IncidentId id, CommandRole role) {
    return roles.held(id).stream().filter(held -> held.role() == role).findFirst();
  }

  private Incident lock(IncidentId id, CommandRole role) {
    if (role == CommandRole.IC) {
      throw Refusal.conflict(
          "use-command", "The commander is not assigned: accept or offer command");
    }
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (!incident.state().open()) {
      throw Refusal.conflict(
          "not-open", "%s is %s".formatted(incident.key(), incident.state().word()));
    }
    return incident;
  }

  private void tell(
      Actor actor, Incident incident, CommandRole role, Person person, String verb, Instant now) {
    chronicle.row(
        actor,
        incident,
        RowSource.ROLE,
        "%s %s %s".formatted(person.firstName(), verb, role.word()),
        Map.of("role", role.name(), "person", person.handle()),
        now);
    chronicle.audit(actor, incident, "role-changed", null, Map.of(role.name(), verb), now);
    incidents.save(incident);
  }
}
