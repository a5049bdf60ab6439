package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.Snapshot;
import farol.runbooks.devcloud.metrics.Checkpoints;
import farol.runbooks.devcloud.metrics.Exposition;
import farol.runbooks.devcloud.metrics.Queries;
import farol.runbooks.devcloud.metrics.Reading;
import farol.runbooks.devcloud.metrics.UnsupportedQuery;
import farol.runbooks.devcloud.metrics.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Metrics: the page that Prometheus scrapes, and queries answered as Prometheus answers them. */
@Component("devcloudQueryDoor")
class QueryDoor {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final Cloud cloud;
  private final Checkpoints checkpoints;

  QueryDoor(Cloud cloud, Checkpoints checkpoints) {
    this.cloud = cloud;
    this.checkpoints = checkpoints;
  }

  Reply metrics(Incoming incoming) {
    var apps = incoming.query().getOrDefault("app", List.of());
    var snapshot = apps.isEmpty() ? cloud.snapshot() : cloud.snapshot(apps);
    var accept = incoming.header("accept");
    var open = accept != null && accept.contains("application/openmetrics-text");
    return Reply.text(200, open ? OPEN_METRICS : TEXT, Exposition.text(reading(snapshot), open));
  }

  private Reading reading(Snapshot snapshot) {
    return new Reading(snapshot, checkpoints);
  }

  Reply query(Incoming incoming, boolean range) {
    try {
      return range ? range(incoming) : instant(incoming);
    } catch (UnsupportedQuery unsupported) {
      return refused(422, unsupported.message());
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return refused(400, String.valueOf(wrong.getMessage()));
    }
  }

  private static Reply refused(int status, String message) {
    return Reply.json(
        status, Json.object("status", "error", "errorType", "bad_data", "error", message));
  }

  private Reply instant(Incoming incoming) {
    var reading = reading(cloud.snapshot());
    var time = parameter(incoming, "time");
    var at = time == null ? reading.now() : instant(time);
    return switch (new Queries(reading).instant(needed(incoming, "query"), at)) {
      case Value.Scalar(var value) -> success("scalar", pair(at, value));
      case Value.Vector(var samples) ->
          success(
              "vector",
              samples.stream()
                  .map(one -> Json.object("metric", one.labels(), "value", pair(at, one.value())))
                  .toList());
    };
  }

  private Reply range(Incoming incoming) {
    var from = instant(needed(incoming, "start"));
    var until = instant(needed(incoming, "end"));
    var step = step(needed(incoming, "step"));
    if (until.isBefore(from) || !step.isPositive()) {
      throw new IllegalArgumentException("end is not before start, and step is above 0");
    }
    if (Duration.between(from, until).dividedBy(step) >= Queries.STEPS_MAX) {
      throw new IllegalArgumentException(
          "exceeded maximum resolution of %d points per timeseries".formatted(Queries.STEPS_MAX));
    }
    var series =
        new Queries(reading(cloud.snapshot())).range(needed(incoming, "query"), from, until, step);
    var matrix =
        series.entrySet().stream()
            .map(
                one ->
                    Json.object(
                        "metric",
                        one.getKey(),
                        "values",
                        one.getValue().stream()
                            .map(point -> pair(point.at(), point.value()))
                            .toList()))
            .toList();
    return success("matrix", matrix);
  }

  private static Reply success(String type, Object result) {
    return Reply.json(
        200,
        Json.object("status", "success", "data", Map.of("resultType", type, "result", result)));
  }

  private static List<Object> pair(Instant at, double value) {
    var seconds = BigDecimal.valueOf(at.toEpochMilli(), 3);
    return List.of(seconds, text(value));
  }

  private static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String needed(Incoming incoming, String name) {
    var value = parameter(incoming, name);
    if (value == null) {
      throw new IllegalArgumentException("the parameter %s is missing".formatted(name));
    }
    return value;
  }

  private static @Nullable String parameter(Incoming incoming, String name) {
    var values = incoming.query().getOrDefault(name, List.of());
    return values.isEmpty() || values.getLast().isBlank() ? null : values.getLast();
  }

  /** Seconds since 1970, or an instant in words. */
  private static Instant instant(String text) {
    if (text.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
      return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }
    return Instant.parse(text);
  }

  private static Duration step(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue())
        : Queries.duration(text);
  }
}
