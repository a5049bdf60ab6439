package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who may decide in an incident: the commander and the deputy; before anyone accepts, the reporter.
 */
@Component
class Leads {
  private final JdbcCommands commands;
  private final JdbcRoles roles;
  private final Catalog catalog;

  Leads(JdbcCommands commands, JdbcRoles roles, Catalog catalog) {
    this.commands = commands;
    this.roles = roles;
    this.catalog = catalog;
  }

  void mustLead(Actor actor, Incident incident) {
    actor.mustBe(Role.RESPONDER);
    if (!leads(actor.person().id(), incident)) {
      throw Refusal.forbidden(sentence(incident));
    }
  }

  boolean leads(PersonId person, Incident incident) {
    return commands
            .load(incident.id())
            .last()
            .map(Tenure::person)
            .orElse(incident.reporter())
            .equals(person)
        || isDeputy(person, incident);
  }

  boolean isDeputy(PersonId person, Incident incident) {
    return holds(person, CommandRole.DEPUTY, incident);
  }

  boolean holds(PersonId person, CommandRole role, Incident incident) {
    return roles.held(incident.id()).stream()
        .anyMatch(held -> held.role() == role && held.person().equals(person));
  }

  private String sentence(Incident incident) {
    var last = commands.load(incident.id()).last();
    if (last.isEmpty()) {
      return "Nobody commands %s yet: take command first".formatted(incident.key());
    }
    return "%s commands %s: this is for the commander or the deputy"
        .formatted(
            catalog.person(last.get().person()).map(Person::firstName).orElse("Somebody else"),
            incident.key());
  }
}
