package farol.alerting.alert;

import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a sender reaches one service.
 *
 * @param key the current key: 32 of 0-9, a-z, A-Z
 * @param doors the only doors that take the key; empty means every door
 * @param lastReceivedAt when its last signal was accepted
 */
public record Integration(
    IntegrationId id,
    String key,
    IntegrationKind kind,
    String name,
    ServiceId service,
    Set<IntegrationKind> doors,
    @Nullable Instant lastReceivedAt) {
  public Integration {
    doors = Set.copyOf(doors);
  }

  /** Whether the key opens {@code door}. */
  public boolean opens(IntegrationKind door) {
    return doors.isEmpty() || doors.contains(door);
  }
}
