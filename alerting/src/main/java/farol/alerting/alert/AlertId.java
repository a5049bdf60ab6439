package farol.alerting.alert;

import java.util.UUID;

/** Identifies an alert. */
public record AlertId(UUID value) {
  public static AlertId random() {
    return new AlertId(UUID.randomUUID());
  }
}
