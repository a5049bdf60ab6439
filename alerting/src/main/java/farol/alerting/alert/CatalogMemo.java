package farol.alerting.alert;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.ServiceId;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamId;
import farol.alerting.door.PersonName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalog as one answer sees it: each service, team and person is asked for once. */
final class CatalogMemo {
  private final Catalog catalog;
  private final Map<ServiceId, Service> services = new HashMap<>();
  private final Map<TeamId, Team> teams = new HashMap<>();
  private final Map<PersonId, Optional<PersonName>> people = new HashMap<>();

  CatalogMemo(Catalog catalog) {
    this.catalog = catalog;
  }

  Service service(ServiceId id) {
    return services.computeIfAbsent(id, asked -> catalog.service(asked).orElseThrow());
  }

  Team team(TeamId id) {
    return teams.computeIfAbsent(id, asked -> catalog.team(asked).orElseThrow());
  }

  @Nullable PersonName person(PersonId id) {
    return people
        .computeIfAbsent(id, asked -> catalog.person(asked).map(PersonName::of))
        .orElse(null);
  }
}
