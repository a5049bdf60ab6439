package farol.console.frame;

import farol.console.ui.Glyph;
import java.util.List;

/** The places of the rail, in its order. */
public enum Place {
  NOW("Now", "", Glyph.NOW, "n"),
  INCIDENTS("Incidents", "incidents", Glyph.INCIDENTS, "i"),
  ALERTS("Alerts", "alerts", Glyph.ALERTS, "a"),
  ON_CALL("On-call", "on-call", Glyph.ON_CALL, "o"),
  STATUS_PAGE("Status page", "status-page", Glyph.STATUS_PAGE, "s"),
  RUNBOOKS("Runbooks", "runbooks", Glyph.RUNBOOKS, "b"),
  READINESS("Readiness", "readiness", Glyph.READINESS, "r"),
  CAPACITY("Capacity", "capacity", Glyph.CAPACITY, "c"),
  RETROSPECTIVES("Retrospectives", "retrospectives", Glyph.RETROSPECTIVES, "t"),
  CATALOG("Catalog", "catalog", Glyph.CATALOG, "k"),
  SETTINGS("Settings", "settings", Glyph.SETTINGS, "e");

  private final String title;
  private final String path;
  private final Glyph glyph;
  private final String letter;

  Place(String title, String path, Glyph glyph, String letter) {
    this.title = title;
    this.path = path;
    this.glyph = glyph;
    this.letter = letter;
  }

  public String title() {
    return title;
  }

  /** The route of the place, without a leading slash. */
  public String path() {
    return path;
  }

  public Glyph glyph() {
    return glyph;
  }

  /** The key after {@code g}. */
  public String letter() {
    return letter;
  }

  static List<Place> work() {
    return List.of(
        NOW,
        INCIDENTS,
        ALERTS,
        ON_CALL,
        STATUS_PAGE,
        RUNBOOKS,
        READINESS,
        CAPACITY,
        RETROSPECTIVES);
  }

  static List<Place> setUp() {
    return List.of(CATALOG, SETTINGS);
  }

  static List<Place> phone() {
    return List.of(NOW, INCIDENTS, ALERTS, ON_CALL);
  }
}
