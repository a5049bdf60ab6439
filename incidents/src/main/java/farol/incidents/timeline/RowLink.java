package farol.incidents.timeline;

import farol.alerting.door.Refusal;
import java.util.regex.Pattern;

/** Where a row leads: a place in the house, or an address outside. */
public record RowLink(String href, String text) {
  public static final int LINKS_MAX = 20;
  public static final int HREF_MAX = 2000;
  public static final int TEXT_MAX = 200;
  private static final Pattern SAFE = Pattern.compile("(https?://|mailto:|/(?!/)).*");

  public RowLink {
    if (href.length() > HREF_MAX || !SAFE.matcher(href).matches()) {
      throw Refusal.invalid("links", "lead to https, http, mailto or a path of this house");
    }
    if (text.isBlank() || text.length() > TEXT_MAX) {
      throw Refusal.invalid("links", "have a text of 1 to %d characters".formatted(TEXT_MAX));
    }
  }
}
