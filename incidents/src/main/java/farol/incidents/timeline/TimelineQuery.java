package farol.incidents.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a timeline to read, in order of {@code (occurredAt, sequence)}.
 *
 * @param recentFrom rows from here on show even if they are not curated; null for none
 * @param curatedOnly whether rows before {@code recentFrom} must be curated
 * @param asOf answer what the timeline said at this recorded instant; null for what it says
 * @param after the last row already read; null from the beginning
 */
public record TimelineQuery(
    boolean curatedOnly,
    @Nullable Instant recentFrom,
    @Nullable RowSource source,
    @Nullable Instant asOf,
    @Nullable Place after,
    int limit) {
  public static final int ALL = 20_000;

  /** A place in the order of a timeline. */
  public record Place(Instant occurredAt, long sequence) {}

  public static TimelineQuery all() {
    return new TimelineQuery(false, null, null, null, null, ALL);
  }

  public static TimelineQuery curated() {
    return new TimelineQuery(true, null, null, null, null, ALL);
  }
}
