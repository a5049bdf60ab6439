package farol.runbooks.devcloud;

import java.util.Locale;

/** What a dyno does at an instant. */
public enum DynoState {
  STARTING,
  UP,
  CRASHED,
  DOWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
