package farol.alerting.catalog;

import java.util.UUID;

/** Identifies a service. */
public record ServiceId(UUID value) {
  public static ServiceId random() {
    return new ServiceId(UUID.randomUUID());
  }
}
