package farol.alerting.catalog;

import java.util.UUID;

/**
 * An opaque reference to an incident: rooms upstream of incidents carry it and never look inside.
 */
public record IncidentId(UUID value) {
  public static IncidentId random() {
    return new IncidentId(UUID.randomUUID());
  }
}
