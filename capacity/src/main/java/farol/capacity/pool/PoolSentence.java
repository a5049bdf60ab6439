package farol.capacity.pool;

import java.util.Locale;

/** Says how a pool stands. */
final class PoolSentence {
  private PoolSentence() {}

  static String of(PoolStatus status) {
    var pool = status.pool();
    if (status.vanished()) {
      return "%s runs no dyno now.".formatted(pool.key());
    }
    if (status.forecast() == null) {
      return "%s has too little history for a forecast.".formatted(pool.key());
    }
    var headroom = status.headroom();
    if (headroom == null) {
      return "%s has no safe rate stated, so its headroom is not known.".formatted(pool.key());
    }
    var days = Pools.horizonDays(pool);
    var when = "at the highest hour of the next %s".formatted(days == 1 ? "day" : days + " days");
    if (headroom.deficit() > 0) {
      return "%s is short by %s %s.".formatted(pool.key(), dynos(headroom.deficit()), when);
    }
    var free = headroom.now() == null ? 0 : headroom.now();
    return "%s has %d %% left %s%s."
        .formatted(pool.key(), Math.round(Math.floor(100 * free)), when, zone(headroom));
  }

  private static String zone(Headroom headroom) {
    var after = headroom.afterZone();
    if (after == null) {
      return "";
    }
    return after < 0
        ? ", not enough to lose a zone"
        : String.format(Locale.ENGLISH, ", %d %% after the loss of a zone", (long) (100 * after));
  }

  private static String dynos(int count) {
    return count == 1 ? "1 dyno" : count + " dynos";
  }
}
