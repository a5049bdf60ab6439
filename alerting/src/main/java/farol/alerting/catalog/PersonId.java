package farol.alerting.catalog;

import java.util.UUID;

/** Identifies a person. */
public record PersonId(UUID value) {
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }
}
