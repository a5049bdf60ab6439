package farol.alerting.catalog;

import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Someone who works with Farol.
 *
 * @param handle unique, what people type and see in addresses
 * @param zone the zone in which this person's nights are counted and times are shown
 * @param active false once retired: history keeps the person, nothing new reaches them
 */
public record Person(
    PersonId id,
    String handle,
    String name,
    String email,
    ZoneId zone,
    Locale locale,
    Role role,
    boolean active) {
  public static final int NAME_MAX = 200;
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Person {
    if (!HANDLE.matcher(handle).matches()) {
      throw new IllegalArgumentException(
          "A handle is 1 to 40 of a-z, 0-9 and -, not '%s'".formatted(handle));
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_MAX));
    }
  }

  /** The name by which sentences call this person. */
  public String firstName() {
    var space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  public boolean may(Role wanted) {
    return active && role.includes(wanted);
  }
}
