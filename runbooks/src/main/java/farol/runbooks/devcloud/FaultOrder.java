package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fault that somebody asks for.
 *
 * @param times how many requests it shall hit, null for all
 * @param lasts how long it lasts, null until it is removed
 * @param status what kind status answers
 */
public record FaultOrder(
    FaultKind kind,
    FaultMatch match,
    @Nullable Integer times,
    double probability,
    @Nullable Duration lasts,
    Duration latency,
    int status,
    String errorId,
    double factor) {
  private static final Duration LASTS_MAX = Duration.ofDays(366);

  public FaultOrder {
    if (times != null && (times < 1 || times > Fault.TIMES_MAX)) {
      throw new IllegalArgumentException("times lies in 1 to 1000000");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is above 0, at most 1");
    }
    if (lasts != null && (!lasts.isPositive() || lasts.compareTo(LASTS_MAX) > 0)) {
      throw new IllegalArgumentException("for is above PT0S, at most P366D");
    }
    if (latency.isNegative() || latency.compareTo(Fault.LATENCY_MAX) > 0) {
      throw new IllegalArgumentException("latency lies in PT0S to PT2M");
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status lies in 400 to 599");
    }
    if (!(factor > 0 && factor <= Fault.FACTOR_MAX)) {
      throw new IllegalArgumentException("factor is above 0, at most 100");
    }
    if (!kind.ofRequests() && times != null) {
      throw new IllegalArgumentException(
          "times counts requests; %s ends with for or when it is removed".formatted(kind.wire()));
    }
  }

  /** The plain order: one kind, one match, until it is removed. */
  public static FaultOrder of(FaultKind kind, FaultMatch match) {
    return new FaultOrder(
        kind, match, null, 1, null, Duration.ofSeconds(2), 503, "service_unavailable", 5);
  }

  Fault begin(Instant now) {
    return new Fault(
        UUID.randomUUID(),
        0,
        kind,
        match,
        times,
        0,
        probability,
        latency,
        status,
        errorId,
        factor,
        now,
        lasts == null ? null : now.plus(lasts));
  }
}
