package farol.alerting.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a person is not reached: from (inclusive) to (exclusive). */
public record Absence(Instant from, Instant to, @Nullable String reason) {
  public static final int REASON_MAX = 200;

  public Absence {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("An absence ends after it begins");
    }
    if (reason != null && reason.length() > REASON_MAX) {
      throw new IllegalArgumentException("A reason has up to %d characters".formatted(REASON_MAX));
    }
  }
}
