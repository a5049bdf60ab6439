package farol.capacity.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What was asked, step by step on the grid.
 *
 * @param from start of the first step
 * @param values requests per second, oldest first; NaN where nothing was measured
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands of numbers, read by index only.
public record Demand(Instant from, Duration step, double[] values) {
  public Demand {
    values = values.clone();
  }

  /** No history at all. */
  public static Demand none(Duration step) {
    return new Demand(Instant.EPOCH, step, new double[0]);
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  /** End of the last step. */
  public Instant until() {
    return from.plus(step.multipliedBy(values.length));
  }

  public Instant at(int index) {
    return from.plus(step.multipliedBy(index));
  }

  public int gaps() {
    return (int) Arrays.stream(values).filter(Double::isNaN).count();
  }

  /** The newest measured value, NaN when there is none. */
  public double last() {
    for (var index = values.length - 1; index >= 0; index--) {
      if (!Double.isNaN(values[index])) {
        return values[index];
      }
    }
    return Double.NaN;
  }

  public double highest() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
  }
}
