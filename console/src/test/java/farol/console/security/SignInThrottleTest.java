package farol.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInThrottleTest {
  private static final Instant LAST = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S, PT0S",
    "4, PT0S, PT0S",
    "5, PT0S, PT2S",
    "6, PT0S, PT4S",
    "6, PT3S, PT1S",
    "6, PT5S, PT0S",
    "40, PT0S, PT2M",
    "40, PT30M1S, PT0S"
  })
  void theWaitGrowsWithTheFailuresAndIsForgotten(int failures, Duration since, Duration wait) {
    assertThat(SignInThrottle.wait(failures, LAST, LAST.plus(since))).isEqualTo(wait);
  }
}
