package farol.checklists.gate;

import java.util.Locale;

/** What a verdict says. */
public enum Outcome {
  ALLOW,
  ALLOW_WITH_WAIVERS,
  DENY,
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean allows() {
    return this == ALLOW || this == ALLOW_WITH_WAIVERS;
  }
}
