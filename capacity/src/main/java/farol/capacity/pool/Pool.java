package farol.capacity.pool;

import farol.capacity.demand.PoolKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dynos of one size in one region that can stand in for each other.
 *
 * @param platform the id of the platform it was found on
 * @param zones the failure domains within the region; empty where nobody knows them
 * @param dynos that carry requests now
 * @param seenAt when the platform last had it; null until seen
 * @param safeRate requests per second one dyno carries, as stated; null until somebody stated it
 * @param drainedShare share of its capacity that is taken out on purpose
 * @param leadTimeDays from ordering capacity to having it
 * @param hosts the most dynos its hosts carry; null where nobody said
 * @param quota the most dynos that may run; null where nobody said
 */
public record Pool(
    UUID id,
    PoolKey key,
    String platform,
    List<String> zones,
    int dynos,
    @Nullable Instant seenAt,
    @Nullable Double safeRate,
    double drainedShare,
    int leadTimeDays,
    @Nullable Integer hosts,
    @Nullable Integer quota) {
  public static final int LEAD_TIME_MAX = 365;
  public static final double SAFE_RATE_MAX = 10_000_000;

  public Pool {
    zones = List.copyOf(zones);
    if (safeRate != null && !(safeRate > 0 && safeRate <= SAFE_RATE_MAX)) {
      throw new IllegalArgumentException("A safe rate is above 0, at most 10,000,000");
    }
    if (!(drainedShare >= 0 && drainedShare <= 1)) {
      throw new IllegalArgumentException("A drained share is 0 to 1");
    }
    if (leadTimeDays < 0 || leadTimeDays > LEAD_TIME_MAX) {
      throw new IllegalArgumentException("A lead time is 0 to 365 days");
    }
    if ((hosts != null && hosts < 0) || (quota != null && quota < 0)) {
      throw new IllegalArgumentException("A limit is not negative");
    }
  }
}
