package farol.runbooks.devcloud.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  private final List<Series> series =
      List.of(
          Series.of("hits_total", QueriesTest::age, "app", "a", "code", "2xx"),
          Series.of("hits_total", at -> 3 * age(at), "app", "a", "code", "5xx"),
          Series.of("hits_total", at -> 2 * age(at), "app", "b", "code", "2xx"),
          Series.of("level", _ -> 4, "app", "a"),
          Series.of("level", _ -> 9, "app", "b"));
  private final Evaluation evaluation = new Evaluation(series, NOW);

  /** A counter that grows by one a second and stood at 10,000 at the present. */
  private static double age(Instant at) {
    return 10_000 + (at.toEpochMilli() - NOW.toEpochMilli()) / 1e3;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3                                                     | 7
          -(2 - 5) % 2                                                  | 1
          sum(rate(hits_total[5m]))                                     | 6
          sum(increase(hits_total{code!~"5.."}[1m]))                    | 180
          sum(rate(hits_total{code="5xx"}[5m])) / sum(rate(hits_total[5m])) | 0.5
          hits_total{app="b"}                                           | 20000
          hits_total{app="b"} offset 1m                                 | 19880
          count(level > 5)                                              | 1
          count(level > bool 5)                                         | 2
          max(level) - min(level)                                       | 5
          avg without (app) (level)                                     | 6.5
          sum(level and on (app) hits_total{app="b"})                   | 9
          count(level unless on (app) hits_total{app="b"})              | 1
          sum(level or vector(1))                                       | 14
          sum(level * on (app) hits_total{code="2xx"})                  | 220000
          clamp_max(max(level), 7)                                      | 7
          abs(vector(-3))                                               | 3
          scalar(level{app="a"}) + 1                                    | 5
          absent(nothing{app="x"})                                      | 1
          avg_over_time(level{app="a"}[10m])                            | 4
          """)
  void answers(String query, double expected) {
    var value = evaluation.at(QueryParser.parse(query), NOW);

    var number =
        switch (value) {
          case Value.Scalar(var one) -> one;
          case Value.Vector(var samples) -> samples.getFirst().value();
        };
    assertThat(number).isEqualTo(expected);
  }

  @Test
  void groupsByTheLabelsThatAreNamed() {
    var sums =
        (Value.Vector) evaluation.at(QueryParser.parse("sum by (app) (rate(hits_total[1m]))"), NOW);

    assertThat(sums.samples())
        .containsExactlyInAnyOrder(
            new Value.Sample(Map.of("app", "a"), 4), new Value.Sample(Map.of("app", "b"), 2));
  }

  @Test
  void readsAQuantileLinearlyWithinItsBucket() {
    var buckets = Map.of(0.1, 50.0, 0.5, 90.0, Double.POSITIVE_INFINITY, 100.0);

    assertThat(Quantile.of(0.25, buckets)).isEqualTo(0.05);
    assertThat(Quantile.of(0.7, buckets))
        .isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(Quantile.of(0.99, buckets)).isEqualTo(0.5);
    assertThat(Quantile.of(0.5, Map.of(Double.POSITIVE_INFINITY, 0.0))).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "sum(", "topk(2, level)", "level[5m]", "rate(level)", "level{app~\"a\"}",
        "level{app=a}", "1 +", "level level", "$x", "label_replace(level)", "level{app=~\"(\"}",
        "hits_total + on (app) hits_total", "level @ 3"
      })
  void refusesWhatItDoesNotKnow(String query) {
    assertThatThrownBy(() -> evaluation.at(QueryParser.parse(query), NOW))
        .isInstanceOf(UnsupportedQuery.class)
        .hasMessageEndingWith("is not supported by the built-in source; set FAROL_PROMETHEUS_URL");
  }

  @Test
  void waitsAsErlangSays() {
    // Two servers at half load: a third of the requests wait (textbook value of Erlang C).
    assertThat(Erlang.waits(2, 0.5)).isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(Erlang.waits(1, 0.8)).isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(Latency.of(2, 0.1, 0.5).mean())
        .isCloseTo(0.1 + 0.1 / 3, org.assertj.core.data.Offset.offset(1e-3));
  }
}
