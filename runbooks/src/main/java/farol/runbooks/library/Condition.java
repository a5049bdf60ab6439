package farol.runbooks.library;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comparison with a number: {@code < 0.5}, {@code status == 200}, {@code value >= 3}.
 *
 * @param subject {@code value} or {@code status}
 */
public record Condition(String subject, String operator, double bound) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(status|value)\\s*)?(==|!=|<=|>=|<|>)\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?(?:e-?\\d{1,3})?)");

  public static Optional<Condition> read(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var subject = match.group(1) == null ? "value" : match.group(1);
    return Optional.of(new Condition(subject, match.group(2), Double.parseDouble(match.group(3))));
  }

  /** Whether the number satisfies it; a number that is none never does. */
  public boolean holds(double value) {
    return switch (operator) {
      case "==" -> value == bound;
      case "!=" -> value != bound && !Double.isNaN(value);
      case "<" -> value < bound;
      case "<=" -> value <= bound;
      case ">" -> value > bound;
      default -> value >= bound;
    };
  }
}
