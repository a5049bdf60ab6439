package farol.alerting.escalation;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.util.Optional;

/** Asked when a ladder reaches the Incident Commander; implemented downstream, by incidents. */
public interface Commanders {
  /** Who commands the incident now. */
  Optional<PersonId> commanderOf(IncidentId incident);
}
