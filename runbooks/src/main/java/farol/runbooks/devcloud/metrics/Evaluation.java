package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.metrics.Expression.Aggregate;
import farol.runbooks.devcloud.metrics.Expression.Binary;
import farol.runbooks.devcloud.metrics.Expression.Call;
import farol.runbooks.devcloud.metrics.Expression.Select;
import farol.runbooks.devcloud.metrics.Value.Sample;
import farol.runbooks.devcloud.metrics.Value.Scalar;
import farol.runbooks.devcloud.metrics.Value.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Evaluates a query. Counters are read as the functions of time that they are, not as samples. */
final class Evaluation {
  static final String NAME = "__name__";

  /** How far apart the readings are that functions over time take of a gauge. */
  private static final Duration RESOLUTION = Duration.ofSeconds(15);

  private static final int READINGS_MAX = 6_000;

  private final List<Series> all;
  private final Instant now;

  Evaluation(List<Series> all, Instant now) {
    this.all = all;
    this.now = now;
  }

  Value at(Expression expression, Instant at) {
    return switch (expression) {
      case Expression.Literal(var value) -> new Scalar(value);
      case Select select -> instant(select, at);
      case Call call -> call(call, at);
      case Aggregate aggregate -> Aggregation.of(aggregate, vector(aggregate.of(), at));
      case Binary binary -> Matching.of(binary, at(binary.left(), at), at(binary.right(), at));
    };
  }

  private Vector instant(Select select, Instant at) {
    if (select.range() != null) {
      throw new UnsupportedQuery("A range selector outside a function");
    }
    return read(select, series -> series.reader().at(shown(at.minus(select.offset()))), true);
  }

  private Vector read(Select select, ToDoubleFunction<Series> reader, boolean named) {
    var samples = new ArrayList<Sample>();
    for (var series : all) {
      var value = select.takes(series) ? reader.applyAsDouble(series) : Double.NaN;
      if (!Double.isNaN(value)) {
        var labels = new TreeMap<>(series.labels());
        if (named) {
          labels.put(NAME, series.metric());
        }
        samples.add(new Sample(labels, value));
      }
    }
    return new Vector(samples);
  }

  /** Nothing is known of the future: it reads as the present. */
  private Instant shown(Instant at) {
    return at.isAfter(now) ? now : at;
  }

  private Value call(Call call, Instant at) {
    return switch (call.function()) {
      case "rate", "irate" -> overRange(call, at, true);
      case "increase" -> overRange(call, at, false);
      case "avg_over_time" ->
          overTime(
              call, at, values -> values.stream().mapToDouble(v -> v).average().orElse(Double.NaN));
      case "max_over_time" ->
          overTime(
              call, at, values -> values.stream().mapToDouble(v -> v).max().orElse(Double.NaN));
      case "min_over_time" ->
          overTime(
              call, at, values -> values.stream().mapToDouble(v -> v).min().orElse(Double.NaN));
      case "histogram_quantile" -> quantile(call, at);
      case "abs" -> each(vector(argument(call, 0, 1), at), Math::abs);
      case "clamp_min" -> clamp(call, at, true);
      case "clamp_max" -> clamp(call, at, false);
      case "vector" -> new Vector(List.of(new Sample(Map.of(), scalar(argument(call, 0, 1), at))));
      case "scalar" -> new Scalar(only(vector(argument(call, 0, 1), at)));
      case "absent" -> absent(call, at);
      default -> throw new UnsupportedQuery("The function %s".formatted(call.function()));
    };
  }

  private Vector overRange(Call call, Instant at, boolean perSecond) {
    var select = range(call);
    var end = shown(at.minus(select.offset()));
    var length = java.util.Objects.requireNonNull(select.range());
    return read(
        select,
        series -> {
          var last = series.reader().at(end);
          var first = series.reader().at(end.minus(length));
          var grown = last - (Double.isNaN(first) ? 0 : first);
          return perSecond ? grown / (length.toNanos() / 1e9) : grown;
        },
        false);
  }

  private Vector overTime(Call call, Instant at, ToDoubleFunction<List<Double>> fold) {
    var select = range(call);
    var end = shown(at.minus(select.offset()));
    var length = java.util.Objects.requireNonNull(select.range());
    if (length.dividedBy(RESOLUTION) > READINGS_MAX) {
      throw new UnsupportedQuery("A range of more than a day over a gauge");
    }
    return read(
        select,
        series -> {
          var values = new ArrayList<Double>();
          for (var t = end; t.isAfter(end.minus(length)); t = t.minus(RESOLUTION)) {
            var value = series.reader().at(t);
            if (!Double.isNaN(value)) {
              values.add(value);
            }
          }
          return fold.applyAsDouble(values);
        },
        false);
  }

  private static Select range(Call call) {
    if (argument(call, 0, 1) instanceof Select select && select.range() != null) {
      return select;
    }
    throw new UnsupportedQuery("%s of anything but a range".formatted(call.function()));
  }

  private Vector quantile(Call call, Instant at) {
    var wanted = scalar(argument(call, 0, 2), at);
    var groups =
        vector(argument(call, 1, 2), at).samples().stream()
            .filter(sample -> sample.labels().containsKey("le"))
            .collect(
                Collectors.groupingBy(
                    sample -> without(sample.labels(), "le"),
                    java.util.LinkedHashMap::new,
                    Collectors.toMap(
                        sample -> edge(sample.labels().getOrDefault("le", "")),
                        Sample::value,
                        Double::sum)));
    var samples = new ArrayList<Sample>();
    groups.forEach(
        (labels, buckets) -> samples.add(new Sample(labels, Quantile.of(wanted, buckets))));
    return new Vector(samples);
  }

  private static double edge(String le) {
    return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
  }

  private Vector clamp(Call call, Instant at, boolean low) {
    var limit = scalar(argument(call, 1, 2), at);
    return each(
        vector(argument(call, 0, 2), at),
        value -> low ? Math.max(value, limit) : Math.min(value, limit));
  }

  private Vector absent(Call call, Instant at) {
    var argument = argument(call, 0, 1);
    if (!vector(argument, at).samples().isEmpty()) {
      return new Vector(List.of());
    }
    var labels = new TreeMap<String, String>();
    if (argument instanceof Select select) {
      select.matchers().stream()
          .filter(matcher -> matcher.operator().equals("=") && !matcher.label().equals(NAME))
          .forEach(matcher -> labels.put(matcher.label(), matcher.value()));
    }
    return new Vector(List.of(new Sample(labels, 1)));
  }

  private static Vector each(Vector vector, DoubleUnaryOperator change) {
    return new Vector(
        vector.samples().stream()
            .map(
                sample ->
                    new Sample(
                        without(sample.labels(), NAME), change.applyAsDouble(sample.value())))
            .toList());
  }

  private static double only(Vector vector) {
    return vector.samples().size() == 1 ? vector.samples().getFirst().value() : Double.NaN;
  }

  private static Expression argument(Call call, int index, int count) {
    if (call.arguments().size() != count) {
      throw new UnsupportedQuery(
          "%s with %d arguments".formatted(call.function(), call.arguments().size()));
    }
    return call.arguments().get(index);
  }

  private Vector vector(Expression expression, Instant at) {
    return switch (at(expression, at)) {
      case Vector vector -> vector;
      case Scalar _ -> throw new UnsupportedQuery("A number where a vector belongs");
    };
  }

  private double scalar(Expression expression, Instant at) {
    return switch (at(expression, at)) {
      case Scalar(var value) -> value;
      case Vector _ -> throw new UnsupportedQuery("A vector where a number belongs");
    };
  }

  static Map<String, String> without(Map<String, String> labels, String label) {
    var rest = new TreeMap<>(labels);
    rest.remove(label);
    return rest;
  }
}
