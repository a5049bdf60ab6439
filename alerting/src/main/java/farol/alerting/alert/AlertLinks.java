package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How the rooms downstream tie alerts to incidents. Methods join the caller's transaction. */
public interface AlertLinks {
  Optional<AlertSummary> alert(AlertId id);

  /** The alerts of the groups that belong to the incident, oldest first. */
  List<AlertSummary> ofIncident(IncidentId incident);

  /** Makes the groups of these alerts belong to the incident. */
  void link(Collection<AlertId> alerts, IncidentId incident, Instant now);

  /**
   * Ends separate paging of the incident's groups: somebody commands it, so their duty is handed
   * up. Doing it twice changes nothing.
   */
  void handUp(IncidentId incident, Instant now);
}
