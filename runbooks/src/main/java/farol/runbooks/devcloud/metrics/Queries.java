package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.metrics.Value.Sample;
import farol.runbooks.devcloud.metrics.Value.Scalar;
import farol.runbooks.devcloud.metrics.Value.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers queries from a reading. */
public final class Queries {
  /** Steps that one range query may ask for, as with Prometheus. */
  public static final int STEPS_MAX = 11_000;

  /** A value at an instant. */
  public record Point(Instant at, double value) {}

  private final Evaluation evaluation;

  public Queries(Reading reading) {
    this.evaluation = new Evaluation(reading.series(), reading.now());
  }

  public Value instant(String query, Instant at) {
    return evaluation.at(QueryParser.parse(query), at);
  }

  /** Values from {@code from} to {@code until}, both included, by labels; gaps are left out. */
  public Map<Map<String, String>, List<Point>> range(
      String query, Instant from, Instant until, Duration step) {
    var expression = QueryParser.parse(query);
    var series = new LinkedHashMap<Map<String, String>, List<Point>>();
    for (var at = from; !at.isAfter(until); at = at.plus(step)) {
      for (var sample : samples(evaluation.at(expression, at))) {
        series
            .computeIfAbsent(sample.labels(), _ -> new ArrayList<>())
            .add(new Point(at, sample.value()));
      }
    }
    return series;
  }

  /** A duration as queries write it, for example {@code 5m}. */
  public static Duration duration(String text) {
    return Tokens.duration(text);
  }

  private static List<Sample> samples(Value value) {
    return switch (value) {
      case Scalar(var number) -> List.of(new Sample(Map.of(), number));
      case Vector(var samples) -> samples;
    };
  }
}
