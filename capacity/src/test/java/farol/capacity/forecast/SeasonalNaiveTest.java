package farol.capacity.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {
  private static final int[] SEASONS = {168, 24};

  @Test
  void repeatsTheLastWeek() {
    var history = wave(700, 0, 1);

    var forecast = SeasonalNaive.forecast(history, SEASONS, 336).orElseThrow();

    assertThat(forecast.model()).isEqualTo("seasonal-naive-1/168");
    for (var step = 0; step < 336; step++) {
      assertThat(forecast.mean().get(step)).isEqualTo(history[700 - 168 + step % 168]);
      assertThat(forecast.mean().get(step)).isCloseTo(value(700 + step), within(1e-9));
    }
  }

  @Test
  void aConstantHasNoBand() {
    var history = new double[700];
    Arrays.fill(history, 7.0);

    var forecast = SeasonalNaive.forecast(history, SEASONS, 48).orElseThrow();

    assertThat(forecast.mean()).containsOnly(7.0);
    assertThat(forecast.hi95()).containsOnly(7.0);
    assertThat(forecast.lo95()).containsOnly(7.0);
  }

  @Test
  void isNotFlooredWhereTheHistoryIsNegative() {
    var history = new double[400];
    for (var index = 0; index < 400; index++) {
      history[index] = -400 + 50 * Math.sin(index);
    }

    var forecast = SeasonalNaive.forecast(history, SEASONS, 24).orElseThrow();

    assertThat(forecast.lo95()).allMatch(low -> low < -300);
  }

  @Test
  void twoDaysRepeatTheDayAndLessIsNothing() {
    assertThat(SeasonalNaive.forecast(wave(48, 0, 1), SEASONS, 24).orElseThrow().season())
        .isEqualTo(24);
    assertThat(SeasonalNaive.forecast(wave(47, 0, 1), SEASONS, 24)).isEmpty();
    assertThat(SeasonalNaive.forecast(new double[0], SEASONS, 24)).isEmpty();
  }

  @Test
  void aGapTakesTheWeekBefore() {
    var gaps = wave(700, 0, 1);
    Arrays.fill(gaps, 0, 5, Double.NaN);
    Arrays.fill(gaps, 600, 630, Double.NaN);

    var forecast = SeasonalNaive.forecast(gaps, SEASONS, 168).orElseThrow();

    for (var step = 0; step < 168; step++) {
      assertThat(forecast.mean().get(step)).isCloseTo(value(700 + step), within(1e-9));
    }
  }

  @Property(tries = 30)
  void theBandHoldsNearlyAllOfTheNextWeek(@ForAll @LongRange(min = 1, max = 10_000) long seed) {
    var truth = wave(840, seed, 0.05);

    var forecast = SeasonalNaive.forecast(Arrays.copyOf(truth, 672), SEASONS, 168).orElseThrow();

    var held = 0;
    for (var step = 0; step < 168; step++) {
      var value = truth[672 + step];
      held += forecast.lo95().get(step) <= value && value <= forecast.hi95().get(step) ? 1 : 0;
      assertThat(forecast.lo95().get(step)).isLessThanOrEqualTo(forecast.lo80().get(step));
      assertThat(forecast.lo80().get(step)).isLessThanOrEqualTo(forecast.mean().get(step));
      assertThat(forecast.mean().get(step)).isLessThanOrEqualTo(forecast.hi80().get(step));
      assertThat(forecast.hi80().get(step)).isLessThanOrEqualTo(forecast.hi95().get(step));
    }
    assertThat(held / 168.0).isBetween(0.87, 1.0);
  }

  @Test
  void theSameHistoryGivesTheSameNumbers() {
    var history = wave(672, 42, 0.1);

    assertThat(SeasonalNaive.forecast(history, SEASONS, 336))
        .isEqualTo(SeasonalNaive.forecast(history, SEASONS, 336));
  }

  private static double value(int hour) {
    return 100 + 50 * Math.sin(2 * Math.PI * hour / 24);
  }

  /** A daily wave; noise is the share by which each value may lie off. */
  private static double[] wave(int hours, long seed, double noise) {
    var random = new SplittableRandom(seed);
    var values = new double[hours];
    for (var hour = 0; hour < hours; hour++) {
      var off = seed == 0 ? 0 : noise * (2 * random.nextDouble() - 1);
      values[hour] = value(hour) * (1 + off);
    }
    return values;
  }
}
