package farol.console.ui;

import java.time.Duration;
import java.util.Locale;

/** How the house writes durations, counts and lists. */
public final class Words {
  private static final String[] COUNTS = {
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"
  };

  private Words() {}

  /** "54 s", "12 min", "1 h 52 min", "3 d"; the script of the frame ticks by the same rule. */
  public static String duration(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    var minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    var hours = minutes / 60;
    if (hours < 48) {
      return minutes % 60 == 0 ? hours + " h" : "%d h %02d min".formatted(hours, minutes % 60);
    }
    return hours / 24 + " d";
  }

  /** "−2:41" while {@code left} is positive, then "+6 min"; a true minus, no leading zero. */
  public static String countdown(Duration left) {
    var seconds = left.toSeconds();
    if (seconds <= 0) {
      return "+" + duration(left.negated());
    }
    if (seconds < 3600) {
      return "\u2212%d:%02d".formatted(seconds / 60, seconds % 60);
    }
    return "\u2212" + duration(left);
  }

  /** "One alert", "Two alerts", "12 alerts"; begins a sentence. */
  public static String count(long count, String one, String many) {
    var number = count >= 0 && count < COUNTS.length ? COUNTS[(int) count] : grouped(count);
    return number + " " + (count == 1 ? one : many);
  }

  /** "1 alert", "12 alerts". */
  public static String plural(long count, String one, String many) {
    return grouped(count) + " " + (count == 1 ? one : many);
  }

  /** "12,000". */
  public static String grouped(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** "COMMANDER" as "commander", for enum names that are words. */
  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** "TRIGGERED" as "Triggered". */
  public static String title(Enum<?> value) {
    var lower = lower(value);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
