package farol.capacity.forecast;

import java.util.List;

/**
 * What demand may be, step by step, from one history.
 *
 * @param mean the expected values
 * @param lo80 the lower bound that one in ten may fall below, and so on
 * @param model name and version of the method, with its season in steps
 * @param season steps of the cycle that it repeats
 */
public record Forecast(
    List<Double> mean,
    List<Double> lo80,
    List<Double> hi80,
    List<Double> lo95,
    List<Double> hi95,
    String model,
    int season) {
  public Forecast {
    mean = List.copyOf(mean);
    lo80 = List.copyOf(lo80);
    hi80 = List.copyOf(hi80);
    lo95 = List.copyOf(lo95);
    hi95 = List.copyOf(hi95);
  }

  /** The highest upper bound over all steps. */
  public double highest95() {
    return hi95.stream().mapToDouble(value -> value).max().orElse(0);
  }
}
