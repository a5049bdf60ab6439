package farol.runbooks.execution;

import farol.runbooks.execution.PlannedStep.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the words after {@code ps:scale} into absolute levels. */
final class ScaleTargets {
  static final int QUANTITY_MAX = 100;
  private static final Pattern WORD =
      Pattern.compile(
          "(?<type>[A-Za-z0-9_-]{1,128}?)"
              + "(?:=(?<signed>[+-])?|(?<sign>[+-]))(?<number>\\d{1,4})(?::(?<size>[A-Za-z0-9._-]{1,40}))?");

  private ScaleTargets() {}

  /** A word that cannot be done. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  /** The levels that {@code words} ask for, where {@code now} is what stands. */
  static Map<String, Level> read(List<String> words, Map<String, Level> now) throws Unusable {
    var wanted = new LinkedHashMap<String, Level>();
    for (var word : words) {
      var match = WORD.matcher(word);
      if (!match.matches()) {
        throw new Unusable("'%s' is no process type with a number, such as web=3".formatted(word));
      }
      var type = match.group("type");
      var present = now.get(type);
      if (present == null) {
        throw new Unusable("the app has no process type '%s'".formatted(type));
      }
      var sign = match.group("sign") == null ? match.group("signed") : match.group("sign");
      var quantity = quantity(sign, Integer.parseInt(match.group("number")), present.quantity());
      if (quantity < 0 || quantity > QUANTITY_MAX) {
        throw new Unusable("%s would be %d; it is 0 to %d".formatted(type, quantity, QUANTITY_MAX));
      }
      var size = match.group("size");
      var level = new Level(quantity, size == null ? present.size() : sized(size, present.size()));
      if (wanted.put(type, level) != null) {
        throw new Unusable("'%s' is named twice".formatted(type));
      }
    }
    return wanted;
  }

  private static int quantity(@org.jspecify.annotations.Nullable String sign, int number, int now) {
    return sign == null ? number : sign.equals("+") ? now + number : now - number;
  }

  /** Sizes are compared without regard to case: the platform answers them in its own. */
  private static String sized(String asked, String present) {
    return asked.equalsIgnoreCase(present) ? present : asked.toLowerCase(Locale.ROOT);
  }
}
