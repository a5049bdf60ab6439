package farol.checklists.evidence;

/** How a record came about. */
public enum Kind {
  COLLECTED,
  PUSHED,
  ATTESTED,
  GATE;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
