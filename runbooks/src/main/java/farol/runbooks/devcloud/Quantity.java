package farol.runbooks.devcloud;

import java.util.Optional;
import java.util.regex.Pattern;

/** How many dynos are asked for: a number, or a number more or fewer than now. */
public record Quantity(int value, boolean relative) {
  private static final Pattern TEXT = Pattern.compile("[+-]?\\d{1,4}");

  /** Reads {@code 3}, {@code +1} or {@code -1}. */
  public static Optional<Quantity> parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    var relative = text.startsWith("+") || text.startsWith("-");
    return Optional.of(new Quantity(Integer.parseInt(text), relative));
  }

  int from(int present) {
    return relative ? present + value : value;
  }
}
