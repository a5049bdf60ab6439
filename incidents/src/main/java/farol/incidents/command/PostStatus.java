package farol.incidents.command;

import java.util.Locale;

/** What a public post says of the trouble. */
public enum PostStatus {
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED;

  /** As the status page and every door spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
