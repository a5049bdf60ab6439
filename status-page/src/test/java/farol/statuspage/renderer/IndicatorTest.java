package farol.statuspage.renderer;

import static farol.statuspage.component.State.DEGRADED_PERFORMANCE;
import static farol.statuspage.component.State.MAJOR_OUTAGE;
import static farol.statuspage.component.State.OPERATIONAL;
import static farol.statuspage.component.State.PARTIAL_OUTAGE;
import static farol.statuspage.component.State.UNDER_MAINTENANCE;
import static farol.statuspage.component.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import farol.statuspage.component.State;
import farol.statuspage.incident.Impact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorTest {
  static Stream<Arguments> pages() {
    return Stream.of(
        page(List.of(), List.of(), "none", "All Systems Operational"),
        page(List.of(OPERATIONAL, OPERATIONAL), List.of(), "none", "All Systems Operational"),
        page(List.of(MAJOR_OUTAGE, MAJOR_OUTAGE), List.of(), "critical", "Major System Outage"),
        page(
            List.of(MAJOR_OUTAGE, UNDER_MAINTENANCE, OPERATIONAL),
            List.of(),
            "major",
            "Partial System Outage"),
        page(List.of(PARTIAL_OUTAGE, OPERATIONAL), List.of(), "minor", "Minor Service Outage"),
        page(
            List.of(DEGRADED_PERFORMANCE, UNDER_MAINTENANCE),
            List.of(),
            "minor",
            "Partially Degraded Service"),
        page(
            List.of(UNDER_MAINTENANCE, OPERATIONAL),
            List.of(),
            "maintenance",
            "Service Under Maintenance"),
        page(List.of(UNKNOWN, OPERATIONAL), List.of(), "minor", "Partially Degraded Service"),
        page(List.of(OPERATIONAL), List.of(Impact.MINOR), "minor", "Minor Service Outage"),
        page(List.of(OPERATIONAL), List.of(Impact.NONE), "none", "All Systems Operational"),
        page(
            List.of(DEGRADED_PERFORMANCE),
            List.of(Impact.MINOR),
            "minor",
            "Partially Degraded Service"),
        page(
            List.of(UNDER_MAINTENANCE),
            List.of(Impact.MINOR, Impact.MAJOR),
            "major",
            "Partial System Outage"),
        page(List.of(MAJOR_OUTAGE), List.of(Impact.MINOR), "critical", "Major System Outage"),
        page(List.of(OPERATIONAL), List.of(Impact.CRITICAL), "critical", "Major System Outage"));
  }

  private static Arguments page(
      List<State> leaves, List<Impact> open, String indicator, String sentence) {
    return Arguments.of(leaves, open, indicator, sentence);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysTheWorstAndNeverLessThanAnOpenIncident(
      List<State> leaves, List<Impact> open, String indicator, String sentence) {
    var banner = Indicator.of(leaves, open);

    assertThat(banner.indicator().code()).isEqualTo(indicator);
    assertThat(banner.sentence()).isEqualTo(sentence);
  }
}
