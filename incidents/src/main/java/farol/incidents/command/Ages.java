package farol.incidents.command;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time as sentences tell them: "54 s", "12 min", "1 h 52 min", "3 d". */
public final class Ages {
  private static final int MINUTE = 60;
  private static final int HOUR = 60;
  private static final int DAY = 24;
  private static final int DAYS_FROM_HOURS = 48;

  private Ages() {}

  public static String between(Instant from, Instant to) {
    return of(Duration.between(from, to));
  }

  public static String of(Duration length) {
    var seconds = Math.max(0, length.toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    var minutes = seconds / MINUTE;
    if (minutes < HOUR) {
      return minutes + " min";
    }
    var hours = minutes / HOUR;
    if (hours >= DAYS_FROM_HOURS) {
      return hours / DAY + " d";
    }
    return minutes % HOUR == 0 ? hours + " h" : "%d h %d min".formatted(hours, minutes % HOUR);
  }
}
