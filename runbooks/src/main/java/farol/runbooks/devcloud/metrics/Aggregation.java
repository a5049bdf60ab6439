package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.metrics.Expression.Aggregate;
import farol.runbooks.devcloud.metrics.Value.Sample;
import farol.runbooks.devcloud.metrics.Value.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Folds a vector into one sample a group. */
final class Aggregation {
  private Aggregation() {}

  static Vector of(Aggregate aggregate, Vector vector) {
    var groups =
        vector.samples().stream()
            .collect(
                Collectors.groupingBy(
                    sample -> group(aggregate, sample.labels()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var samples = new ArrayList<Sample>();
    groups.forEach((labels, members) -> samples.add(new Sample(labels, fold(aggregate, members))));
    return new Vector(samples);
  }

  private static Map<String, String> group(Aggregate aggregate, Map<String, String> labels) {
    var group = new TreeMap<>(labels);
    group.remove(Evaluation.NAME);
    group.keySet().removeIf(label -> aggregate.by() != aggregate.labels().contains(label));
    return group;
  }

  private static double fold(Aggregate aggregate, List<Sample> members) {
    var values = members.stream().mapToDouble(Sample::value);
    return switch (aggregate.operator()) {
      case "sum" -> values.sum();
      case "avg" -> values.average().orElse(Double.NaN);
      case "min" -> values.min().orElse(Double.NaN);
      case "max" -> values.max().orElse(Double.NaN);
      case "count" -> members.size();
      default -> throw new UnsupportedQuery(aggregate.operator());
    };
  }
}
