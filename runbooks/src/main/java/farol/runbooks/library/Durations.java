package farol.runbooks.library;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as runbooks write them: {@code 90d}, {@code 2m}, {@code 1h30m}, or ISO 8601. */
public final class Durations {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

  private Durations() {}

  public static Optional<Duration> read(String text) {
    var word = text.strip();
    if (word.startsWith("P") || word.startsWith("p")) {
      try {
        return Optional.of(Duration.parse(word.toUpperCase(Locale.ROOT)));
      } catch (DateTimeParseException unreadable) {
        return Optional.empty();
      }
    }
    var match = SHORT.matcher(word);
    if (word.isEmpty() || !match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(match.group(1)))
            .plusHours(number(match.group(2)))
            .plusMinutes(number(match.group(3)))
            .plusSeconds(number(match.group(4))));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
