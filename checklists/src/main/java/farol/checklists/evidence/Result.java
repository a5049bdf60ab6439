package farol.checklists.evidence;

/** What a record says. */
public enum Result {
  PASS,
  FAIL,
  UNKNOWN;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
