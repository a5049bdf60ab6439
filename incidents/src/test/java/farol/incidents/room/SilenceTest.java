package farol.incidents.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Instant SAID = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant PROMISED = Instant.parse("2026-03-01T10:20:00Z");

  private final Silence silence = new Silence(SAID, SAID, PROMISED, true);

  @Test
  void warnsFromEightyPercentAndIsDueAtThePromise() {
    assertThat(silence.mood(at("10:15:59"))).isEqualTo(Silence.Mood.QUIET);
    assertThat(silence.mood(at("10:16:00"))).isEqualTo(Silence.Mood.NEAR);
    assertThat(silence.mood(at("10:19:59"))).isEqualTo(Silence.Mood.NEAR);
    assertThat(silence.mood(at("10:20:00"))).isEqualTo(Silence.Mood.DUE);
    assertThat(silence.share(at("10:40:00"))).isEqualTo(1);
  }

  @Test
  void asksForNothingWithoutAPromiseOrAfterTheLastWord() {
    assertThat(new Silence(null, SAID, null, true).mood(at("11:00:00")))
        .isEqualTo(Silence.Mood.QUIET);
    assertThat(new Silence(SAID, SAID, PROMISED, false).mood(at("11:00:00")))
        .isEqualTo(Silence.Mood.QUIET);
  }

  private static Instant at(String clock) {
    return Instant.parse("2026-03-01T" + clock + "Z");
  }
}
