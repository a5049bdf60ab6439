package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.metrics.Expression.Aggregate;
import farol.runbooks.devcloud.metrics.Expression.Binary;
import farol.runbooks.devcloud.metrics.Expression.Call;
import farol.runbooks.devcloud.metrics.Expression.Matcher;
import farol.runbooks.devcloud.metrics.Expression.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a query by precedence climbing, at most {@link #DEPTH_MAX} deep. */
final class QueryParser {
  private static final int DEPTH_MAX = 64;
  private static final Set<String> AGGREGATES = Set.of("sum", "avg", "min", "max", "count");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("or"),
          Set.of("and", "unless"),
          COMPARISONS,
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  private final Tokens tokens;
  private int depth;

  private QueryParser(Tokens tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String query) {
    var tokens = new Tokens(query);
    var expression = new QueryParser(tokens).binary(0);
    if (!tokens.atEnd()) {
      throw new UnsupportedQuery("'%s'".formatted(tokens.peek()));
    }
    return expression;
  }

  private Expression binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    var left = binary(level + 1);
    while (LEVELS.get(level).contains(tokens.peek())) {
      var operator = tokens.next();
      var bool = COMPARISONS.contains(operator) && tokens.skip("bool");
      var on = tokens.peek().equals("on");
      Set<String> labels = Set.of();
      if (on || tokens.peek().equals("ignoring")) {
        tokens.next();
        labels = labels();
      }
      left = new Binary(operator, left, binary(level + 1), bool, on, labels);
    }
    return left;
  }

  private Expression unary() {
    if (++depth > DEPTH_MAX) {
      throw new UnsupportedQuery("A query nested over %d deep".formatted(DEPTH_MAX));
    }
    Expression expression;
    if (tokens.skip("-")) {
      expression = new Binary("*", new Expression.Literal(-1), unary(), false, false, Set.of());
    } else {
      expression = primary();
    }
    depth--;
    return expression;
  }

  private Expression primary() {
    if (tokens.skip("(")) {
      var inside = binary(0);
      tokens.expect(")");
      return inside;
    }
    if (tokens.peek().equals("{")) {
      return select(null);
    }
    if (tokens.atName()) {
      return named(tokens.next());
    }
    return number(tokens.next());
  }

  private static Expression number(String token) {
    try {
      return new Expression.Literal(Double.parseDouble(token));
    } catch (NumberFormatException _) {
      throw new UnsupportedQuery("'%s'".formatted(token.isEmpty() ? "An empty place" : token));
    }
  }

  private Expression named(String name) {
    if (AGGREGATES.contains(name)) {
      return aggregate(name);
    }
    if (tokens.skip("(")) {
      var arguments = new ArrayList<Expression>();
      while (!tokens.skip(")")) {
        arguments.add(binary(0));
        if (!tokens.peek().equals(")")) {
          tokens.expect(",");
        }
      }
      return new Call(name, arguments);
    }
    if (name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("nan")) {
      return new Expression.Literal(
          name.equalsIgnoreCase("inf") ? Double.POSITIVE_INFINITY : Double.NaN);
    }
    return select(name);
  }

  private Expression aggregate(String operator) {
    var by = tokens.peek().equals("by");
    Set<String> labels = by || tokens.peek().equals("without") ? grouping() : Set.of();
    var without = !by && !labels.isEmpty();
    tokens.expect("(");
    var of = binary(0);
    tokens.expect(")");
    if (tokens.peek().equals("by") || tokens.peek().equals("without")) {
      without = tokens.peek().equals("without");
      labels = grouping();
    }
    return new Aggregate(operator, of, !without, labels);
  }

  private Set<String> grouping() {
    tokens.next();
    return labels();
  }

  private Set<String> labels() {
    tokens.expect("(");
    var labels = new TreeSet<String>();
    while (!tokens.skip(")")) {
      labels.add(tokens.next());
      if (!tokens.peek().equals(")")) {
        tokens.expect(",");
      }
    }
    return labels;
  }

  private Select select(@Nullable String metric) {
    var matchers = new ArrayList<Matcher>();
    if (tokens.skip("{")) {
      while (!tokens.skip("}")) {
        matchers.add(matcher());
        if (!tokens.peek().equals("}")) {
          tokens.expect(",");
        }
      }
    }
    Duration range = null;
    if (tokens.skip("[")) {
      range = tokens.duration();
      tokens.expect("]");
    }
    var offset = tokens.skip("offset") ? tokens.duration() : Duration.ZERO;
    return new Select(metric, matchers, range, offset);
  }

  private Matcher matcher() {
    var label = tokens.next();
    var operator = tokens.next();
    if (!Set.of("=", "!=", "=~", "!~").contains(operator)) {
      throw new UnsupportedQuery("'%s' in a selector".formatted(operator));
    }
    var value = tokens.text();
    try {
      var pattern = Pattern.compile(operator.endsWith("~") ? value : Pattern.quote(value));
      return new Matcher(label, operator, value, pattern);
    } catch (PatternSyntaxException _) {
      throw new UnsupportedQuery("The pattern '%s'".formatted(value));
    }
  }
}
