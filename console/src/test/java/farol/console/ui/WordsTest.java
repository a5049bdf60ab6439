package farol.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT-3S, 0 s",
    "PT0S, 0 s",
    "PT54S, 54 s",
    "PT60S, 1 min",
    "PT59M59S, 59 min",
    "PT2H, 2 h",
    "PT1H52M, 1 h 52 min",
    "PT3H5M, 3 h 05 min",
    "PT47H59M, 47 h 59 min",
    "P3D, 3 d"
  })
  void durationsAreWrittenAsAPersonSaysThem(Duration duration, String written) {
    assertThat(Words.duration(duration)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "PT2M41S, \u22122:41",
    "PT9S, \u22120:09",
    "PT59M59S, \u221259:59",
    "PT2H5M, \u22122 h 05 min",
    "PT0S, +0 s",
    "PT-6M, +6 min"
  })
  void countdownsCarryATrueMinusAndTurnToPlusWhenLate(Duration left, String written) {
    assertThat(Words.countdown(left)).isEqualTo(written);
  }

  @Test
  void smallCountsAreWords() {
    assertThat(Words.count(1, "alert waits", "alerts wait")).isEqualTo("One alert waits");
    assertThat(Words.count(3, "thing is", "things are")).isEqualTo("Three things are");
    assertThat(Words.count(12_000, "row", "rows")).isEqualTo("12,000 rows");
  }
}
