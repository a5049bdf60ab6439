package farol.runbooks.devcloud.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a query, read one after the other. */
final class Tokens {
  static final int QUERY_MAX = 8_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          \\s*(?:(?<duration>(?:\\d+(?:ms|[smhdwy]))+)(?![a-zA-Z0-9_])\
          |(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)\
          |(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\
          |(?<text>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')\
          |(?<sign>==|!=|=~|!~|>=|<=|[-+*/%^<>=(){}\\[\\],@]))""");

  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  Tokens(String query) {
    if (query.length() > QUERY_MAX) {
      throw new UnsupportedQuery("A query over %d characters".formatted(QUERY_MAX));
    }
    var matcher = TOKEN.matcher(query);
    var end = 0;
    while (end < query.length() && !query.substring(end).isBlank()) {
      matcher.region(end, query.length());
      if (!matcher.lookingAt()) {
        throw new UnsupportedQuery("'%s'".formatted(query.substring(end).strip()));
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  String next() {
    var token = peek();
    at++;
    return token;
  }

  boolean skip(String token) {
    if (peek().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!skip(token)) {
      throw new UnsupportedQuery(
          "'%s' where '%s' belongs".formatted(peek().isEmpty() ? "the end" : peek(), token));
    }
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  boolean atName() {
    return !peek().isEmpty()
        && (Character.isLetter(peek().charAt(0)) || "_:".indexOf(peek().charAt(0)) >= 0);
  }

  /** The text behind a string literal. */
  String text() {
    var token = next();
    if (token.length() < 2 || (token.charAt(0) != '"' && token.charAt(0) != '\'')) {
      throw new UnsupportedQuery("'%s' where a string belongs".formatted(token));
    }
    return token
        .substring(1, token.length() - 1)
        .replaceAll("\\\\n", "\n")
        .replaceAll("\\\\(.)", "$1");
  }

  Duration duration() {
    return duration(next());
  }

  static boolean isDuration(String token) {
    return token.matches("(?:\\d+(?:ms|[smhdwy]))+");
  }

  static Duration duration(String token) {
    if (!isDuration(token)) {
      throw new UnsupportedQuery("'%s' where a duration belongs".formatted(token));
    }
    var sum = Duration.ZERO;
    var parts = PART.matcher(token);
    while (parts.find()) {
      sum = sum.plus(unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
    }
    return sum;
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      case "w" -> Duration.ofDays(7);
      default -> Duration.ofDays(365);
    };
  }
}
