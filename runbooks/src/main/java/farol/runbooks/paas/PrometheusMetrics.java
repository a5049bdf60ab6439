package farol.runbooks.paas;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Metrics over the Prometheus HTTP API: a configured server, else devcloud's own query door. */
@Component
class PrometheusMetrics implements Metrics {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final JsonMapper json = JsonMapper.builder().build();

  PrometheusMetrics(
      @Value("${farol.prometheus.url:}") String url,
      @Value("${farol.devcloud.port:8082}") int devcloudPort) {
    var chosen = url.isBlank() ? "http://127.0.0.1:" + devcloudPort : url;
    this.url = chosen.endsWith("/") ? chosen.substring(0, chosen.length() - 1) : chosen;
  }

  @Override
  public List<Series> query(String expression, Instant at) throws PlatformUnavailable {
    return series(ask("/api/v1/query", Map.of("query", expression, "time", seconds(at))));
  }

  @Override
  public List<Series> queryRange(String expression, Instant from, Instant until, Duration step)
      throws PlatformUnavailable {
    var last = until.minus(step);
    if (last.isBefore(from)) {
      return List.of();
    }
    return series(
        ask(
            "/api/v1/query_range",
            Map.of(
                "query", expression,
                "start", seconds(from),
                "end", seconds(last),
                "step", decimal(step.toMillis()))));
  }

  private JsonNode ask(String path, Map<String, String> form) throws PlatformUnavailable {
    var body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return data(answer.statusCode(), json.readTree(answer.body()));
    } catch (IOException | JacksonException failed) {
      throw new PlatformUnavailable(
          "The metrics source %s gave no answer".formatted(url), true, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailable("The query was interrupted", true, interrupted);
    }
  }

  private JsonNode data(int status, JsonNode answer) throws PlatformUnavailable {
    if (answer.path("status").asString("").equals("success")) {
      return answer.path("data");
    }
    var said = answer.path("error").asString("");
    if (status >= 400 && status < 500) {
      throw new PlatformRefused(status, said.isEmpty() ? "The query was refused" : said);
    }
    throw new PlatformUnavailable(
        "The metrics source %s answered %d %s".formatted(url, status, said), true, null);
  }

  private static List<Series> series(JsonNode data) {
    return switch (data.path("resultType").asString("")) {
      case "scalar", "string" -> List.of(new Series(Map.of(), List.of(point(data.path("result")))));
      case "matrix" -> rows(data, "values");
      default -> rows(data, "value");
    };
  }

  private static List<Series> rows(JsonNode data, String member) {
    var rows = new ArrayList<Series>();
    for (var row : data.path("result")) {
      var labels = new LinkedHashMap<String, String>();
      row.path("metric")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
      var points = new ArrayList<Point>();
      if (member.equals("value")) {
        points.add(point(row.path(member)));
      } else {
        row.path(member).forEach(pair -> points.add(point(pair)));
      }
      rows.add(new Series(labels, List.copyOf(points)));
    }
    return List.copyOf(rows);
  }

  private static Point point(JsonNode pair) {
    var at = Instant.ofEpochMilli(Math.round(pair.path(0).asDouble(0) * 1000));
    return new Point(at, number(pair.path(1).asString("NaN")));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String seconds(Instant at) {
    return decimal(at.toEpochMilli());
  }

  /** Seconds without an exponent, which not every reader takes. */
  private static String decimal(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }
}
