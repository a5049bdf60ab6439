package farol.alerting.oncall;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one person is on call for one reason.
 *
 * @param layer null when an override put the person there
 * @param turn the number of the turn, null likewise
 */
public record Shift(
    Instant start,
    Instant end,
    String person,
    @Nullable String layer,
    Source source,
    @Nullable Long turn) {
  /** Why the person is on call. */
  public enum Source {
    ROTATION,
    OVERRIDE
  }

  Interval time() {
    return new Interval(start, end);
  }

  /** Whether the two are one shift, cut in two where one ends and the other begins. */
  boolean continues(Shift earlier) {
    return earlier.end.equals(start)
        && earlier.person.equals(person)
        && earlier.source == source
        && Objects.equals(earlier.layer, layer)
        && Objects.equals(earlier.turn, turn);
  }
}
