package farol.alerting.notify;

import farol.alerting.catalog.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a person.
 *
 * @param sealedSecret of a webhook, encrypted
 */
record ContactMethod(
    UUID id,
    PersonId person,
    ChannelType type,
    String address,
    @Nullable String name,
    @Nullable String sealedSecret,
    State state) {
  static final int METHODS_PER_PERSON = 10;

  /** Whether it is known to lead to the person. */
  enum State {
    PENDING,
    VERIFIED,
    BROKEN
  }

  /** The address as others may see it. */
  String masked() {
    return switch (type) {
      case EMAIL -> maskedMail(address);
      case WEBHOOK -> maskedUrl(address);
      case BROWSER -> address;
    };
  }

  private static String maskedMail(String mail) {
    var at = mail.indexOf('@');
    return at < 1 ? "***" : mail.charAt(0) + "***" + mail.substring(at);
  }

  private static String maskedUrl(String url) {
    var path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0 ? url : url.substring(0, path) + "/***";
  }
}
