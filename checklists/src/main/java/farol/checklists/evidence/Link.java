package farol.checklists.evidence;

import farol.alerting.door.Refusal;
import java.net.URI;
import java.net.URISyntaxException;

/** The rule for links that people give: http or https, with a host, of bounded length. */
final class Link {
  static final int MAX = 2_000;

  private Link() {}

  static String checked(String field, String text) {
    try {
      var uri = new URI(text);
      var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && text.length() <= MAX) {
        return text;
      }
    } catch (URISyntaxException unreadable) {
      throw Refusal.invalid(field, "is an http or https address; this one cannot be read");
    }
    throw Refusal.invalid(field, "is an http or https address");
  }
}
