package farol.incidents.command;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.escalation.Commanders;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a ladder who commands. An acting commander is not named: the ladder that looks for a
 * trained one would otherwise page the person who already acts.
 */
@Component
class IncidentCommanders implements Commanders {
  private final JdbcCommands commands;
  private final Catalog catalog;

  IncidentCommanders(JdbcCommands commands, Catalog catalog) {
    this.commands = commands;
    this.catalog = catalog;
  }

  @Override
  public Optional<PersonId> commanderOf(IncidentId incident) {
    return commands
        .load(incident)
        .holder()
        .filter(holder -> catalog.person(holder).filter(CommandDesk::isTrained).isPresent());
  }
}
