package farol.alerting.alert;

import java.util.UUID;

/** Identifies an alert group, the unit that is escalated and acknowledged. */
public record AlertGroupId(UUID value) {
  public static AlertGroupId random() {
    return new AlertGroupId(UUID.randomUUID());
  }
}
