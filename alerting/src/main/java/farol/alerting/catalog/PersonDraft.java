package farol.alerting.catalog;

import farol.alerting.door.Faults;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person as somebody asks for them, before any check.
 *
 * @param timeZone an IANA zone; null means UTC
 * @param locale a language tag; null means English
 * @param role null means responder
 */
public record PersonDraft(
    @Nullable String handle,
    @Nullable String name,
    @Nullable String email,
    @Nullable String timeZone,
    @Nullable String locale,
    @Nullable Role role) {
  public static final int EMAIL_MAX = 254;

  /** The person asked for, or a refusal that names every wrong field. */
  Person checked(PersonId id) {
    var handleText = handle == null ? "" : handle;
    var nameText = name == null ? "" : name.strip();
    var emailText = email == null ? "" : email.strip();
    new Faults()
        .unless(
            handleText.matches("[a-z0-9][a-z0-9-]{0,39}"),
            "handle",
            "is 1 to 40 of a-z, 0-9 and -, and begins with a letter or digit")
        .unless(
            !nameText.isEmpty() && nameText.length() <= Person.NAME_MAX,
            "name",
            "has 1 to %d characters".formatted(Person.NAME_MAX))
        .unless(
            emailText.length() <= EMAIL_MAX && emailText.matches("[^@\\s]+@[^@\\s]+"),
            "email",
            "is an address such as ana@example.com")
        .unless(
            timeZone == null || ZoneId.getAvailableZoneIds().contains(timeZone),
            "timeZone",
            "is an IANA zone such as America/Sao_Paulo")
        .refuse();
    return new Person(
        id,
        handleText,
        nameText,
        emailText,
        ZoneId.of(timeZone == null ? "Etc/UTC" : timeZone),
        Locale.forLanguageTag(locale == null ? "en" : locale),
        role == null ? Role.RESPONDER : role,
        true);
  }
}
