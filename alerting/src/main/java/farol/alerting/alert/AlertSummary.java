package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other rooms may know of an alert. */
public record AlertSummary(
    AlertId id,
    AlertGroupId group,
    long number,
    ServiceId service,
    Severity severity,
    String summary,
    Instant acceptedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Nullable IncidentId incidentId) {
  public Optional<IncidentId> incident() {
    return Optional.ofNullable(incidentId);
  }
}
