package farol.incidents.door;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.door.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields of request bodies as values; whatever cannot be read is refused with its field. */
public final class Fields {
  private Fields() {}

  /** A text that must be there, trimmed. */
  public static String required(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(field, "is missing");
    }
    return bounded(field, text.strip(), longest);
  }

  /** A text that may be missing; blank counts as missing. */
  public static @Nullable String optional(String field, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : bounded(field, text.strip(), longest);
  }

  private static String bounded(String field, String text, int longest) {
    if (text.length() > longest) {
      throw Refusal.invalid(
          field, "has at most %,d characters, not %,d".formatted(longest, text.length()));
    }
    if (text.indexOf('\0') >= 0) {
      throw Refusal.invalid(field, "must not hold the character NUL");
    }
    return text;
  }

  public static <E extends Enum<E>> Optional<E> word(
      String field, @Nullable String text, Class<E> words) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(words.getEnumConstants())
            .filter(word -> word.name().equals(text))
            .findFirst()
            .orElseThrow(() -> Refusal.invalid(field, "is one of " + listed(words))));
  }

  public static <E extends Enum<E>> E requiredWord(
      String field, @Nullable String text, Class<E> words) {
    return word(field, text, words)
        .orElseThrow(() -> Refusal.invalid(field, "is missing: one of " + listed(words)));
  }

  private static <E extends Enum<E>> String listed(Class<E> words) {
    return String.join(
        ", ", Arrays.stream(words.getEnumConstants()).map(Enum::name).toArray(String[]::new));
  }

  /** An instant with its zone, RFC 3339. */
  public static Optional<Instant> instant(String field, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      throw Refusal.invalid(field, "is an instant with its zone, such as 2026-03-01T10:00:00Z");
    }
  }

  /** A positive ISO 8601 duration. */
  public static Optional<Duration> duration(String field, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      var duration = Duration.parse(text);
      if (duration.isPositive()) {
        return Optional.of(duration);
      }
    } catch (DateTimeException unreadable) {
      // Refused below, with the same words as a duration that is not positive.
    }
    throw Refusal.invalid(field, "is a positive duration, such as PT20M");
  }

  public static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw Refusal.invalid(field, "is a date, such as 2026-03-01");
    }
  }

  public static UUID uuid(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException unreadable) {
      throw Refusal.invalid(field, "is a UUID");
    }
  }

  /** A person who works with Farol today, by handle. */
  public static Person person(String field, @Nullable String handle, Catalog catalog) {
    return catalog
        .person(required(field, handle, Person.NAME_MAX))
        .filter(Person::active)
        .orElseThrow(() -> Refusal.invalid(field, "names nobody: " + handle));
  }

  /**
   * Refuses with 428 or 412 unless {@code ifMatch} names {@code version}, with or without quotes.
   */
  public static void mustMatch(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.preconditionRequired("Send If-Match with the version you read");
    }
    if (!ifMatch.strip().replace("\"", "").replace("W/", "").equals(Long.toString(version))) {
      throw Refusal.stale("Somebody changed it: it is at version %d".formatted(version));
    }
  }
}
