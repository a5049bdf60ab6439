package farol.statuspage.renderer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as readers and machines read them. */
final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

  private Times() {}

  /** RFC 3339 with three decimals, as hosted Statuspage writes it. */
  static String millis(Instant at) {
    return MILLIS.format(at);
  }

  static String seconds(Instant at) {
    return SECONDS.format(at);
  }

  /** Hours, minutes and seconds in UTC. */
  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** The date in UTC. */
  static String date(Instant at) {
    return DATE.format(at.atOffset(ZoneOffset.UTC));
  }

  static String date(java.time.LocalDate date) {
    return DATE.format(date);
  }

  /** Date, time and zone as people of the page's zone read them. */
  static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone)).replace("GMT", "UTC");
  }

  /** A length in the largest words that fit: "21 min", "3 h 5 min", "2 d 4 h". */
  static String length(Duration length) {
    var minutes = Math.max(1, (length.toSeconds() + 59) / 60);
    if (minutes < 120) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    var hours = minutes / 60;
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }
}
