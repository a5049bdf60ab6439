package farol.alerting.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, handed to every command of every room as an argument. Authorisation is decided in the
 * service from this value alone, whichever entrance it came through.
 *
 * @param person whose rights apply and whose name the history shows
 * @param via the entrance
 * @param tokenOwner the owner of the administrator token that acts for {@code person}; null when
 *     the person acts themselves
 * @param from the network address or node it came from, for the audit trail
 */
public record Actor(Person person, Via via, @Nullable Person tokenOwner, String from) {
  /** The entrance a command came through. */
  public enum Via {
    SESSION,
    TOKEN,
    /** A token of scope evidence: it may push evidence, and read. */
    EVIDENCE,
    LINK,
    SYSTEM
  }

  public static Actor session(Person person, String from) {
    return new Actor(person, Via.SESSION, null, from);
  }

  public Optional<Person> onBehalfBy() {
    return Optional.ofNullable(tokenOwner);
  }

  /** True when somebody else's token acts for this person: approvals refuse that. */
  public boolean isProxy() {
    return tokenOwner != null;
  }

  public boolean may(Role wanted) {
    return person.may(wanted);
  }

  /** Refuses with 403 unless the acting person holds {@code wanted}. */
  public void mustBe(Role wanted) {
    if (!may(wanted)) {
      throw farol.alerting.door.Refusal.forbidden(
          "%s is %s; this takes the role %s or above"
              .formatted(
                  person.handle(),
                  person.role().name().toLowerCase(java.util.Locale.ROOT),
                  wanted.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }
}
