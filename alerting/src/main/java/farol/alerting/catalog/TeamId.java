package farol.alerting.catalog;

import java.util.UUID;

/** Identifies a team. */
public record TeamId(UUID value) {
  public static TeamId random() {
    return new TeamId(UUID.randomUUID());
  }
}
