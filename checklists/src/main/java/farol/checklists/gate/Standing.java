package farol.checklists.gate;

import java.util.Locale;

/** How a live service stands: grace runs from when something stopped holding. */
public enum Standing {
  GOOD,
  GRACE,
  DEGRADED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
