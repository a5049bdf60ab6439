package farol.statuspage.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time as the source of the sets tells it. An edge whose own clock is wrong would call a set
 * fresh for too long, or unknown too soon.
 */
final class SourceClock implements InstantSource {
  /** Dates in HTTP have whole seconds: less than this is not a difference. */
  private static final Duration TOLERATED = Duration.ofSeconds(2);

  private final InstantSource own;
  private volatile Duration ahead = Duration.ZERO;

  SourceClock(InstantSource own) {
    this.own = own;
  }

  void heard(Instant sourceTime) {
    var difference = Duration.between(own.instant(), sourceTime);
    ahead = difference.abs().compareTo(TOLERATED) < 0 ? Duration.ZERO : difference;
  }

  @Override
  public Instant instant() {
    return own.instant().plus(ahead);
  }
}
