package farol.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderWordsTest {
  /** The first two values stand in the tests of prometheus/common. */
  @Test
  void givesLabelsTheFingerprintOfPrometheus() {
    assertThat(Fingerprint.of(Map.of())).isEqualTo("cbf29ce484222325");
    assertThat(Fingerprint.of(Map.of("name", "garland, briggs", "fear", "love is not enough")))
        .isEqualTo("%016x".formatted(5_799_056_148_416_392_346L));
    assertThat(Fingerprint.of(Map.of("a", "b", "empty", "")))
        .isEqualTo(Fingerprint.of(Map.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "TRIGGERED, ACKNOWLEDGE, ACKNOWLEDGED",
    "TRIGGERED, UNACKNOWLEDGE,",
    "TRIGGERED, RESOLVE, RESOLVED",
    "TRIGGERED, REOPEN,",
    "ACKNOWLEDGED, ACKNOWLEDGE, ACKNOWLEDGED",
    "ACKNOWLEDGED, UNACKNOWLEDGE, TRIGGERED",
    "ACKNOWLEDGED, RESOLVE, RESOLVED",
    "ACKNOWLEDGED, REOPEN,",
    "RESOLVED, ACKNOWLEDGE,",
    "RESOLVED, UNACKNOWLEDGE,",
    "RESOLVED, RESOLVE,",
    "RESOLVED, REOPEN, TRIGGERED"
  })
  void movesOnlyAlongTheArrows(AlertState from, AlertAction action, @Nullable AlertState to) {
    assertThat(action.from(from)).isEqualTo(Optional.ofNullable(to));
  }
}
