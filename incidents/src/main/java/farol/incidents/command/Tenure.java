package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An interval in which one person commands; {@code until} is null while it lasts. */
public record Tenure(UUID id, PersonId person, Instant from, @Nullable Instant until, How how) {
  /** How it began. */
  public enum How {
    ACCEPTED,
    HANDED_OVER,
    TOOK_OVER,
    REOPENED
  }

  public Tenure {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A tenure ends before it begins");
    }
  }

  public boolean open() {
    return until == null;
  }

  Tenure endedAt(Instant at) {
    return new Tenure(id, person, from, at, how);
  }
}
