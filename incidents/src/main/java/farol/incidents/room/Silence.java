package farol.incidents.room;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long customers have heard nothing, against the promise.
 *
 * @param lastWordAt null when nothing was said yet
 * @param since the last word, or the declaration when nothing was said
 * @param promisedAt when the next word is promised; null without a promise
 * @param running false once the last word was final or the incident is over
 */
public record Silence(
    @Nullable Instant lastWordAt, Instant since, @Nullable Instant promisedAt, boolean running) {
  /** From this share of the promised time on the gauge warns. */
  public static final double NEAR = 0.8;

  /** How the gauge shows it. */
  public enum Mood {
    QUIET,
    NEAR,
    DUE
  }

  public Duration lasting(Instant now) {
    var length = Duration.between(since, now);
    return length.isNegative() ? Duration.ZERO : length;
  }

  /** The used share of the time to the promise, 0 to 1; 0 without a promise. */
  public double share(Instant now) {
    if (promisedAt == null) {
      return 0;
    }
    var whole = Duration.between(since, promisedAt).toMillis();
    return whole <= 0 ? 1 : Math.clamp((double) lasting(now).toMillis() / whole, 0, 1);
  }

  public Mood mood(Instant now) {
    if (!running || promisedAt == null) {
      return Mood.QUIET;
    }
    if (!now.isBefore(promisedAt)) {
      return Mood.DUE;
    }
    return share(now) >= NEAR ? Mood.NEAR : Mood.QUIET;
  }
}
