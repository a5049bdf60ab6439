package farol.checklists.checklist;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A length of time in a checklist, kept as it was written: ISO 8601 ({@code P7D}, {@code PT24H}) or
 * short ({@code 24h}, {@code 7d}).
 */
public record Span(String written) {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,5})([hd])");

  public Span {
    parse(written);
  }

  public Duration length() {
    return parse(written);
  }

  private static Duration parse(String written) {
    var brief = SHORT.matcher(written);
    if (brief.matches()) {
      var count = Long.parseLong(brief.group(1));
      return "h".equals(brief.group(2)) ? Duration.ofHours(count) : Duration.ofDays(count);
    }
    try {
      return Duration.parse(written);
    } catch (DateTimeParseException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(
          "A duration is ISO 8601 such as P7D, or 24h or 7d, not '%s'".formatted(written),
          unreadable);
    }
  }
}
