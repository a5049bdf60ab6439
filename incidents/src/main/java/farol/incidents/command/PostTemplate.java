package farol.incidents.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ready-made texts, one for each moment. None holds a guess, a host name, or a promised end of the
 * trouble.
 */
public enum PostTemplate {
  FIRST_POST("first-post", "We are investigating: %s."),
  SCOPING("scoping", "We are finding out who is affected by this: %s."),
  PROGRESS("progress", "We know what is wrong and are working on it: %s."),
  MONITORING("monitoring", "We made a change and are watching its effect: %s."),
  RESOLVED("resolved", "This is over: %s. We will publish what we learnt.");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String key;
  private final String pattern;

  PostTemplate(String key, String pattern) {
    this.key = key;
    this.pattern = pattern;
  }

  public String key() {
    return key;
  }

  public static Optional<PostTemplate> of(String key) {
    return Arrays.stream(values()).filter(template -> template.key.equals(key)).findFirst();
  }

  /** The template that fits a status when nobody chose one. */
  public static PostTemplate fitting(PostStatus status, boolean first) {
    return switch (status) {
      case INVESTIGATING -> first ? FIRST_POST : SCOPING;
      case IDENTIFIED -> PROGRESS;
      case MONITORING -> MONITORING;
      case RESOLVED -> RESOLVED;
    };
  }

  public String text(String title, @Nullable Instant nextUpdateAt) {
    var said = pattern.formatted(title);
    return nextUpdateAt == null || this == RESOLVED
        ? said
        : said + " We will write again by " + CLOCK.format(nextUpdateAt) + ".";
  }
}
