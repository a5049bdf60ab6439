package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose, in a window of time.
 *
 * @param times how many requests it hits, null for all in its window
 * @param used how many it hit so far
 * @param probability the share of the requests, or of the dynos, that it hits
 * @param until when it ends, excluded; null while nothing ends it
 * @param factor what slow-boot multiplies boot times by
 */
public record Fault(
    UUID id,
    long seq,
    FaultKind kind,
    FaultMatch match,
    @Nullable Integer times,
    int used,
    double probability,
    Duration latency,
    int status,
    String errorId,
    double factor,
    Instant from,
    @Nullable Instant until) {
  public static final int FAULTS_MAX = 100;
  public static final int TIMES_MAX = 1_000_000;
  public static final double FACTOR_MAX = 100;
  public static final Duration LATENCY_MAX = Duration.ofMinutes(2);

  /** Whether its window holds this instant. */
  public boolean coversAt(Instant at) {
    return !at.isBefore(from) && (until == null || at.isBefore(until));
  }

  /** Whether it can still hit at this instant. */
  public boolean liveAt(Instant at) {
    return coversAt(at) && (times == null || used < times);
  }

  /** Requests it can still hit, null for no limit. */
  public @Nullable Integer left() {
    return times == null ? null : Math.max(0, times - used);
  }
}
