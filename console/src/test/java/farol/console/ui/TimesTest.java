package farol.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:14:00Z");
  private final Times saoPaulo =
      new Times(ZoneId.of("America/Sao_Paulo"), InstantSource.fixed(NOW));

  @Test
  void saysTheClockAloneWhileItIsToday() {
    assertThat(saoPaulo.text(Instant.parse("2026-11-23T12:00:00Z"))).isEqualTo("09:00");
  }

  @Test
  void saysTheDayAsSoonAsItIsNotTodayForTheViewer() {
    assertThat(saoPaulo.text(Instant.parse("2026-11-23T02:30:00Z"))).isEqualTo("Sun 22 Nov 23:30");
    assertThat(saoPaulo.text(Instant.parse("2026-11-27T12:00:00Z"))).isEqualTo("Fri 27 Nov 09:00");
  }

  @Test
  void saysTheYearWhenItIsAnother() {
    assertThat(saoPaulo.text(Instant.parse("2025-10-12T12:00:00Z"))).isEqualTo("12 Oct 2025 09:00");
  }

  @Test
  void showsUtcOnHover() {
    assertThat(
            saoPaulo.at(Instant.parse("2026-11-23T12:00:00Z")).getElement().getAttribute("title"))
        .isEqualTo("23 Nov 2026, 12:00:00 UTC");
  }

  @Test
  void followsTheChangeOfTheClocks() {
    var dublin = new Times(ZoneId.of("Europe/Dublin"), InstantSource.fixed(NOW));

    assertThat(dublin.text(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("Sun 25 Oct 01:30");
    assertThat(dublin.text(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("Sun 25 Oct 01:30");
  }

  @Test
  void namesTheZoneOnceByItsCity() {
    assertThat(saoPaulo.here()).isEqualTo("Mon 23 Nov, 03:14 in São Paulo");
  }
}
