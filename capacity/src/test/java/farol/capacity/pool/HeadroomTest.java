package farol.capacity.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import farol.capacity.demand.PoolKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadroomTest {
  @ParameterizedTest
  @CsvSource({
    "10, 3, 0.0, 600, 0.4, 0.1, 0",
    "10, 3, 0.0, 1000, 0.0, -0.5, 0",
    "10, 3, 0.0, 1001, -0.001, -0.5015, 1",
    "10, 3, 0.5, 600, -0.2, -0.8, 2",
    "10, 2, 0.0, 500, 0.5, 0.0, 0"
  })
  void isTheUnusedShareOfSafeCapacity(
      int dynos, int zones, double drained, double demand, double now, double zone, int deficit) {
    var headroom = Headroom.of(pool(dynos, zones, drained), 100, demand);

    assertThat(headroom.now()).isCloseTo(now, within(1e-9));
    assertThat(headroom.afterZone()).isCloseTo(zone, within(1e-9));
    assertThat(headroom.deficit()).isEqualTo(deficit);
  }

  @Test
  void isNotKnownWhereNothingRuns() {
    var headroom = Headroom.of(pool(0, 3, 0), 100, 250);

    assertThat(headroom.now()).isNull();
    assertThat(headroom.deficit()).isEqualTo(3);
  }

  @Test
  void withoutZonesTheLossOfOneIsNotComputed() {
    assertThat(Headroom.of(pool(10, 0, 0), 100, 250).afterZone()).isNull();
  }

  private static Pool pool(int dynos, int zones, double drained) {
    return new Pool(
        new UUID(0, 1),
        new PoolKey("us-east", "standard-2x"),
        "devcloud",
        List.of("a", "b", "c").subList(0, zones),
        dynos,
        null,
        100.0,
        drained,
        7,
        null,
        null);
  }
}
