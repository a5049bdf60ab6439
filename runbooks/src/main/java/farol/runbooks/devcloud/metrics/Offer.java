package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.Hash;
import farol.runbooks.devcloud.Region;
import farol.runbooks.devcloud.Traffic;

/**
 * What is asked of an app, constant within slots of five minutes: the mean times a day with its
 * peak in the afternoon, a calmer weekend, slow growth and a little noise.
 */
final class Offer {
  static final int SLOT_SECONDS = 300;

  private static final int HOUR_SECONDS = 3_600;
  private static final int DAY_SECONDS = 86_400;
  private static final double DAY_SWING = 0.42;
  private static final double PEAK_HOUR = 15.5;
  private static final double WEEKEND = 0.74;
  private static final double GROWTH_PER_WEEK = 0.008;
  private static final double NOISE = 0.05;

  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_TO_MONDAY = 3;

  private Offer() {}

  /**
   * Requests a second in a slot.
   *
   * @param slot number of the slot since 1970
   * @param stated second at which the mean was stated; growth counts from there
   */
  static double perSecond(Traffic traffic, Region region, long seed, long slot, long stated) {
    if (!traffic.dailyCurve()) {
      return traffic.requestsPerSecond();
    }
    var second = slot * SLOT_SECONDS + SLOT_SECONDS / 2;
    var local = second + (long) region.hoursFromUtc() * HOUR_SECONDS;
    var hour = Math.floorMod(local, DAY_SECONDS) / (double) HOUR_SECONDS;
    var weeks = (second - stated) / (7.0 * DAY_SECONDS);
    return traffic.requestsPerSecond()
        * day(hour)
        * weekday(Math.floorDiv(local, DAY_SECONDS))
        * (1 + GROWTH_PER_WEEK * Math.max(0, weeks))
        * (1 + NOISE * (2 * Hash.unit(seed, slot) - 1));
  }

  private static double day(double hour) {
    var angle = 2 * Math.PI * (hour - PEAK_HOUR) / 24;
    return 1 + DAY_SWING * (Math.cos(angle) + 0.18 * Math.cos(2 * angle));
  }

  private static double weekday(long day) {
    return Math.floorMod(day + DAYS_TO_MONDAY, 7) >= 5 ? WEEKEND : 1;
  }
}
