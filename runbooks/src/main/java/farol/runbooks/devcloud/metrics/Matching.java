package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.metrics.Expression.Binary;
import farol.runbooks.devcloud.metrics.Value.Sample;
import farol.runbooks.devcloud.metrics.Value.Scalar;
import farol.runbooks.devcloud.metrics.Value.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Operations on two sides, matched one to one by labels where both are vectors. */
final class Matching {
  private static final Set<String> SETS = Set.of("and", "or", "unless");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");

  private Matching() {}

  static Value of(Binary binary, Value left, Value right) {
    return switch (left) {
      case Scalar(var one) ->
          switch (right) {
            case Scalar(var other) -> new Scalar(numbers(binary, one, other));
            case Vector vector -> each(binary, vector, one, false);
          };
      case Vector one ->
          switch (right) {
            case Scalar(var other) -> each(binary, one, other, true);
            case Vector other ->
                SETS.contains(binary.operator())
                    ? sets(binary, one, other)
                    : pairs(binary, one, other);
          };
    };
  }

  private static double numbers(Binary binary, double one, double other) {
    if (SETS.contains(binary.operator())) {
      throw new UnsupportedQuery("'%s' between numbers".formatted(binary.operator()));
    }
    if (isComparison(binary)) {
      return compare(binary.operator(), one, other) ? 1 : 0;
    }
    return compute(binary.operator(), one, other);
  }

  private static Vector each(Binary binary, Vector vector, double number, boolean vectorLeft) {
    if (SETS.contains(binary.operator())) {
      throw new UnsupportedQuery("'%s' with a number".formatted(binary.operator()));
    }
    var samples = new ArrayList<Sample>();
    for (var sample : vector.samples()) {
      var one = vectorLeft ? sample.value() : number;
      var other = vectorLeft ? number : sample.value();
      add(samples, binary, sample.labels(), sample.value(), one, other);
    }
    return new Vector(samples);
  }

  private static Vector pairs(Binary binary, Vector left, Vector right) {
    var byKey = new HashMap<Map<String, String>, Sample>();
    for (var sample : right.samples()) {
      if (byKey.put(key(binary, sample), sample) != null) {
        throw new UnsupportedQuery("Matching many samples to one");
      }
    }
    var seen = new HashMap<Map<String, String>, Sample>();
    var samples = new ArrayList<Sample>();
    for (var sample : left.samples()) {
      var key = key(binary, sample);
      var other = byKey.get(key);
      if (other != null && seen.put(key, sample) != null) {
        throw new UnsupportedQuery("Matching many samples to one");
      }
      if (other != null) {
        var labels = isComparison(binary) && !binary.bool() ? sample.labels() : key;
        add(samples, binary, labels, sample.value(), sample.value(), other.value());
      }
    }
    return new Vector(samples);
  }

  /** Adds what the operation gives; a comparison without {@code bool} keeps or drops the sample. */
  private static void add(
      List<Sample> samples,
      Binary binary,
      Map<String, String> labels,
      double kept,
      double one,
      double other) {
    var unnamed = Evaluation.without(labels, Evaluation.NAME);
    if (!isComparison(binary)) {
      samples.add(new Sample(unnamed, compute(binary.operator(), one, other)));
    } else if (binary.bool()) {
      samples.add(new Sample(unnamed, compare(binary.operator(), one, other) ? 1 : 0));
    } else if (compare(binary.operator(), one, other)) {
      samples.add(new Sample(labels, kept));
    }
  }

  private static Vector sets(Binary binary, Vector left, Vector right) {
    var lefts = left.samples().stream().map(sample -> key(binary, sample)).toList();
    var rights = right.samples().stream().map(sample -> key(binary, sample)).toList();
    var samples = new ArrayList<Sample>();
    for (var sample : left.samples()) {
      var both = rights.contains(key(binary, sample));
      if (binary.operator().equals("or") || both == binary.operator().equals("and")) {
        samples.add(sample);
      }
    }
    if (binary.operator().equals("or")) {
      right.samples().stream()
          .filter(sample -> !lefts.contains(key(binary, sample)))
          .forEach(samples::add);
    }
    return new Vector(samples);
  }

  private static Map<String, String> key(Binary binary, Sample sample) {
    var key = new TreeMap<>(sample.labels());
    key.remove(Evaluation.NAME);
    key.keySet().removeIf(label -> binary.on() != binary.labels().contains(label));
    return key;
  }

  private static boolean isComparison(Binary binary) {
    return COMPARISONS.contains(binary.operator());
  }

  private static boolean compare(String operator, double one, double other) {
    return switch (operator) {
      case "==" -> one == other;
      case "!=" -> one != other;
      case ">" -> one > other;
      case "<" -> one < other;
      case ">=" -> one >= other;
      default -> one <= other;
    };
  }

  private static double compute(String operator, double one, double other) {
    return switch (operator) {
      case "+" -> one + other;
      case "-" -> one - other;
      case "*" -> one * other;
      case "/" -> one / other;
      default -> one % other;
    };
  }
}
