package farol.incidents.command;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What incidents ask of the catalog. */
@Component
class Services {
  private final Catalog catalog;

  Services(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The slugs without repeats; one that names no service is refused. */
  List<String> checked(List<String> slugs) {
    if (slugs.size() > Incident.SERVICES_MAX) {
      throw Refusal.invalid("services", "are at most " + Incident.SERVICES_MAX);
    }
    for (var at = 0; at < slugs.size(); at++) {
      if (catalog.service(slugs.get(at)).isEmpty()) {
        throw Refusal.invalid("services[%d]".formatted(at), "names no service");
      }
    }
    return slugs.stream().distinct().toList();
  }

  boolean isTrained(PersonId person) {
    return catalog.person(person).filter(CommandDesk::isTrained).isPresent();
  }
}
