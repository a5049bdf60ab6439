package farol.runbooks.devcloud.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import farol.runbooks.devcloud.Devcloud;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  private final Devcloud cloud = Devcloud.fresh();

  @AfterEach
  void stop() {
    cloud.close();
  }

  private void traffic(String app, double requests, double capacity) {
    cloud.send(
        "PUT",
        "/_farol/apps/%s/traffic".formatted(app),
        """
        {"requestsPerSecond":%s,"capacityPerDyno":%s,"serviceTime":"PT0.08S","dailyCurve":false}
        """
            .formatted(requests, capacity));
  }

  @Test
  void countsWhatIsServedAndTheExcessAsTimeouts() {
    cloud.app("ipe", "us");
    traffic("ipe", 40, 25);
    cloud.clock.advance(Duration.ofMinutes(10));

    var served = cloud.value("rate(app_requests_total{app=\"ipe\",code=\"2xx\"}[5m])");
    var lost = cloud.value("rate(app_errors_total{app=\"ipe\",error=\"H12\"}[5m])");
    var share =
        cloud.value(
            """
            sum(rate(app_requests_total{app="ipe",code="5xx"}[5m]))
              / sum(rate(app_requests_total{app="ipe"}[5m]))
            """);

    assertThat(served).isCloseTo(25, within(1e-6));
    assertThat(lost).isCloseTo(15, within(1e-6));
    assertThat(share).isCloseTo(15 / 40.0, within(1e-9));
    assertThat(cloud.value("app_dyno_utilisation_ratio")).isCloseTo(1.6, within(1e-9));
  }

  @Test
  void becomesFasterWhenItIsScaledUp() {
    cloud.app("ipe", "us");
    traffic("ipe", 40, 25);
    cloud.clock.advance(Duration.ofMinutes(10));
    var p99 =
        "histogram_quantile(0.99, sum by (le)"
            + " (rate(app_request_duration_seconds_bucket{app=\"ipe\"}[5m])))";
    var slow = cloud.value(p99);

    cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":4}");
    cloud.clock.advance(Duration.ofMinutes(6));

    assertThat(slow).isEqualTo(10);
    assertThat(cloud.value(p99)).isBetween(0.1, 0.5);
    assertThat(cloud.value("app_dynos{type=\"web\",state=\"up\"} > 0")).isPositive();
    assertThat(cloud.value("sum(app_dynos{type=\"web\",state=\"up\"})")).isEqualTo(4);
  }

  @Test
  void remembersEightWeeksThatNobodyWatched() {
    cloud.send("POST", "/_farol/scenario", "{\"name\":\"caminho\"}");
    var from = NOW.minus(Duration.ofDays(56)).getEpochSecond();

    var answer =
        cloud.get(
            "/api/v1/query_range?query=%s&start=%d&end=%d&step=3600"
                .formatted(
                    Devcloud.encode("sum by (region) (rate(app_requests_total[1h]))"),
                    from,
                    NOW.getEpochSecond()));

    var series = answer.body().path("data").path("result");
    assertThat(series).hasSize(2);
    assertThat(series.get(0).path("metric").path("region").asString()).isEqualTo("eu");
    var values = series.get(1).path("values");
    assertThat(values).hasSize(56 * 24 + 1);
    var sum = 0.0;
    for (var value : values) {
      sum += Double.parseDouble(value.get(1).asString());
    }
    assertThat(sum / values.size()).isBetween(600.0, 1_200.0);
  }

  @Test
  void answersTheSameForAnInstantInAnyReading() {
    cloud.send("POST", "/_farol/scenario", "{\"name\":\"caminho\"}");
    var query =
        "/api/v1/query?query=sum(app_requests_total)&time="
            + NOW.minusSeconds(7_777).getEpochSecond();
    var before = cloud.get(query).raw().body();

    cloud.send("PATCH", "/apps/api-us/formation/web", "{\"quantity\":1}");
    cloud.clock.advance(Duration.ofDays(3));

    assertThat(cloud.get(query).raw().body()).isEqualTo(before);
  }

  @Test
  void writesTheTextThatPrometheusScrapes() {
    cloud.app("ipe", "eu");
    traffic("ipe", 10, 25);
    cloud.clock.advance(Duration.ofMinutes(1));

    var page = cloud.get("/metrics", "Accept", "text/plain").raw();

    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(page.body())
        .contains("# TYPE app_requests_total counter")
        .contains("# TYPE app_request_duration_seconds histogram")
        .contains("app_request_duration_seconds_bucket{app=\"ipe\",le=\"+Inf\",region=\"eu\"}")
        .contains("devcloud_up{region=\"us\"} 1.0");
    assertThat(cloud.get("/metrics?app=nope").raw().body()).doesNotContain("ipe");
  }

  @Test
  void saysWhatItCannotAnswer() {
    var refused = cloud.get("/api/v1/query?query=" + Devcloud.encode("predict_linear(x[1h], 60)"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("errorType")).isEqualTo("bad_data");
    assertThat(refused.text("error"))
        .isEqualTo(
            "The function predict_linear is not supported by the built-in source; set"
                + " FAROL_PROMETHEUS_URL");
    assertThat(cloud.get("/api/v1/query").status()).isEqualTo(400);
    assertThat(cloud.get("/api/v1/query?query=" + Devcloud.encode("(".repeat(900))).status())
        .isEqualTo(422);
  }
}
