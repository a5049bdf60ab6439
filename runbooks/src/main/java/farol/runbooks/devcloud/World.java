package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;

/**
 * The simulated clock and what was loaded.
 *
 * @param rate simulated seconds in a second, 0 to {@link #RATE_MAX}
 */
public record World(
    String scenario, long seed, Instant anchorClock, Instant anchorNow, double rate) {
  public static final double RATE_MAX = 3_600;

  /** Far enough for any story, near enough for every timestamp. */
  public static final Duration ADVANCE_MAX = Duration.ofDays(3_660);

  public World {
    if (!(rate >= 0 && rate <= RATE_MAX)) {
      throw new IllegalArgumentException("rate lies in 0 to 3600");
    }
  }

  /** A world that begins now and runs with the clock. */
  public static World begin(String scenario, long seed, Instant clock) {
    return new World(scenario, seed, clock, clock, 1);
  }

  /** The simulated instant; a clock that steps back does not take it back before the anchor. */
  public Instant now(Instant clock) {
    var passed = Math.max(0, Duration.between(anchorClock, clock).toNanos());
    return anchorNow.plusNanos(Math.round(passed * rate));
  }

  World advanced(Instant clock, Duration by) {
    if (by.isNegative() || by.compareTo(ADVANCE_MAX) > 0) {
      throw new IllegalArgumentException("advance lies in PT0S to P3660D");
    }
    return new World(scenario, seed, clock, now(clock).plus(by), rate);
  }

  World running(Instant clock, double newRate) {
    return new World(scenario, seed, clock, now(clock), newRate);
  }
}
