package farol.alerting.alert;

import java.util.UUID;

/** Identifies an integration. */
public record IntegrationId(UUID value) {
  /** The integration through which the house raises alerts about itself. */
  static final IntegrationId INTERNAL =
      new IntegrationId(UUID.fromString("00000000-0000-0000-0000-00000000fa01"));

  public static IntegrationId random() {
    return new IntegrationId(UUID.randomUUID());
  }
}
