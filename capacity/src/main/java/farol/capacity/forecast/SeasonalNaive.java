package farol.capacity.forecast;

import java.util.ArrayList;
import java.util.Optional;

/**
 * Repeats the last season. A pure function of the history: no clock, no random number, sums in a
 * fixed order, so that the same history gives the same numbers on any node.
 *
 * <p>The bands come from how far each value lay from the one a season before it. Those distances
 * are divided by √(|level| + q/10), q being their mean, because busy hours spread more; the half
 * width of a band is z · s · √(|forecast| + q/10) · √k with s their root mean square and k the
 * number of seasons ahead.
 */
public final class SeasonalNaive {
  public static final String MODEL = "seasonal-naive-1";
  public static final int POINTS_MIN = 14;
  private static final double Z80 = 1.2815515655446004;
  private static final double Z95 = 1.959963984540054;
  private static final double FLOOR_SHARE = 0.1;

  private SeasonalNaive() {}

  /**
   * Forecasts {@code horizon} steps after the history.
   *
   * @param values oldest first on the grid; NaN where a value is missing
   * @param seasons the cycles to try, longest first, in steps
   * @return empty when fewer than {@link #POINTS_MIN} values are known or no season fits twice
   */
  public static Optional<Forecast> forecast(double[] values, int[] seasons, int horizon) {
    var first = firstKnown(values);
    var length = values.length - first;
    if (known(values) < POINTS_MIN) {
      return Optional.empty();
    }
    for (var season : seasons) {
      if (length >= 2 * season) {
        return Optional.of(repeat(filled(values, first, season), season, horizon));
      }
    }
    return Optional.empty();
  }

  private static Forecast repeat(double[] history, int season, int horizon) {
    var spread = meanDistance(history, season);
    var noise = noise(history, season, spread);
    var floored = min(history) >= 0;
    var mean = new ArrayList<Double>(horizon);
    var lo80 = new ArrayList<Double>(horizon);
    var hi80 = new ArrayList<Double>(horizon);
    var lo95 = new ArrayList<Double>(horizon);
    var hi95 = new ArrayList<Double>(horizon);
    for (var step = 0; step < horizon; step++) {
      var value = history[history.length - season + step % season];
      var cycle = step / season;
      var ahead = Math.sqrt(cycle + 1.0);
      var unit = noise * Math.sqrt(Math.abs(value) + FLOOR_SHARE * spread) * ahead;
      mean.add(value);
      lo80.add(floor(value - Z80 * unit, floored));
      hi80.add(value + Z80 * unit);
      lo95.add(floor(value - Z95 * unit, floored));
      hi95.add(value + Z95 * unit);
    }
    return new Forecast(mean, lo80, hi80, lo95, hi95, MODEL + "/" + season, season);
  }

  /** Missing values take the one a season earlier; before that, the last one known. */
  private static double[] filled(double[] values, int first, int season) {
    var history = new double[values.length - first];
    for (var index = 0; index < history.length; index++) {
      var value = values[first + index];
      if (Double.isNaN(value)) {
        value = index >= season ? history[index - season] : history[index - 1];
      }
      history[index] = value;
    }
    return history;
  }

  private static double meanDistance(double[] history, int season) {
    var sum = 0.0;
    for (var index = season; index < history.length; index++) {
      sum += Math.abs(history[index] - history[index - season]);
    }
    return sum / (history.length - season);
  }

  private static double noise(double[] history, int season, double spread) {
    if (spread == 0) {
      return 0;
    }
    var sum = 0.0;
    for (var index = season; index < history.length; index++) {
      var before = history[index - season];
      var distance = (history[index] - before) / Math.sqrt(Math.abs(before) + FLOOR_SHARE * spread);
      sum += distance * distance;
    }
    return Math.sqrt(sum / (history.length - season));
  }

  private static int firstKnown(double[] values) {
    var first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    return first;
  }

  private static int known(double[] values) {
    var known = 0;
    for (var value : values) {
      known += Double.isNaN(value) ? 0 : 1;
    }
    return known;
  }

  private static double min(double[] history) {
    var least = Double.POSITIVE_INFINITY;
    for (var value : history) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double floor(double value, boolean floored) {
    return floored ? Math.max(0, value) : value;
  }
}
