package farol.capacity.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where demand is read from.
 *
 * @param text what it last said, where that matters
 * @param stateSince since when it has been in this state
 * @param pulledUntil every step before this is stored or was missing; null before the first pull
 */
public record Source(
    UUID id,
    String kind,
    String expression,
    Duration step,
    State state,
    @Nullable String text,
    @Nullable Instant stateSince,
    int attempts,
    @Nullable Instant pulledUntil) {
  /** Whether it answers. */
  public enum State {
    WAITING,
    ALIVE,
    SILENT
  }
}
