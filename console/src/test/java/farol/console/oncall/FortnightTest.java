package farol.console.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FortnightTest {
  private static final double EXACTLY = 1e-9;
  private final Fortnight dublin =
      new Fortnight(LocalDate.parse("2026-10-19"), ZoneId.of("Europe/Dublin"));

  @Test
  void nineInTheMorningStandsAtNineOfItsDayOnBothSidesOfTheClockChange() {
    assertThat(dublin.position(Instant.parse("2026-10-19T08:00:00Z")))
        .isEqualTo(9.0 / 24, within(EXACTLY));
    assertThat(dublin.position(Instant.parse("2026-10-26T09:00:00Z")))
        .isEqualTo(7 + 9.0 / 24, within(EXACTLY));
  }

  @Test
  void spansTwoWeeksOfTheWallClockThoughOneDayHas25Hours() {
    assertThat(dublin.start()).isEqualTo("2026-10-18T23:00:00Z");
    assertThat(dublin.end()).isEqualTo("2026-11-02T00:00:00Z");
  }

  @Test
  void whatLiesOutsideStandsAtTheEdge() {
    assertThat(dublin.position(Instant.parse("2026-10-01T00:00:00Z"))).isZero();
    assertThat(dublin.position(Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo(14);
  }
}
