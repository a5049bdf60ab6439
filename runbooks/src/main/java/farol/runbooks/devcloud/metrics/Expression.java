package farol.runbooks.devcloud.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parsed query of the subset of PromQL that the built-in source answers. */
sealed interface Expression {
  record Literal(double value) implements Expression {}

  /**
   * A selector.
   *
   * @param range of a range selector, null for an instant one
   */
  record Select(
      @Nullable String metric, List<Matcher> matchers, @Nullable Duration range, Duration offset)
      implements Expression {
    boolean takes(Series series) {
      return (metric == null || metric.equals(series.metric()))
          && matchers.stream().allMatch(matcher -> matcher.takes(series));
    }
  }

  record Call(String function, List<Expression> arguments) implements Expression {}

  /** An aggregation; without labels and {@code by} it makes one group. */
  record Aggregate(String operator, Expression of, boolean by, Set<String> labels)
      implements Expression {}

  /**
   * An operation on two sides.
   *
   * @param on whether {@code labels} are the ones to match on, otherwise the ones to ignore
   */
  record Binary(
      String operator,
      Expression left,
      Expression right,
      boolean bool,
      boolean on,
      Set<String> labels)
      implements Expression {}

  /** What a label must be; a missing label counts as empty. */
  record Matcher(String label, String operator, String value, Pattern pattern) {
    boolean takes(Series series) {
      var actual = label.equals("__name__") ? series.metric() : of(series.labels(), label);
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> pattern.matcher(actual).matches();
        default -> !pattern.matcher(actual).matches();
      };
    }

    private static String of(Map<String, String> labels, String label) {
      return labels.getOrDefault(label, "");
    }
  }
}
