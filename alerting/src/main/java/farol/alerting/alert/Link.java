package farol.alerting.alert;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address that a sender gave with an alert; only http and https. */
public record Link(String href, String text) {
  public static final int HREF_MAX = 2_048;
  public static final int TEXT_MAX = 200;

  /** The link, or nothing when the address is no web address. */
  public static Optional<Link> of(@Nullable String href, @Nullable String text) {
    if (href == null || href.length() > HREF_MAX) {
      return Optional.empty();
    }
    var address = Texts.clean(href.strip());
    var scheme = address.toLowerCase(Locale.ROOT);
    if (!scheme.startsWith("https://") && !scheme.startsWith("http://")) {
      return Optional.empty();
    }
    var shown = text == null || text.isBlank() ? address : text;
    return Optional.of(new Link(address, Texts.cut(shown, TEXT_MAX)));
  }
}
