package farol.incidents.command;

/**
 * An instant in the life of an incident. Five of them could be called its start; none is. Each is
 * set by the system where it knows, and stays open to correction.
 */
public enum Milestone {
  ONSET_CAUSE("onsetCauseAt"),
  IMPACT_STARTED("impactStartedAt"),
  DETECTED("detectedAt"),
  DECLARED("declaredAt"),
  ACCEPTED("acceptedAt"),
  FIRST_POST("firstPostAt"),
  IMPACT_MITIGATED("impactMitigatedAt"),
  IMPACT_ENDED("impactEndedAt"),
  RESOLVED("resolvedAt");

  private final String key;

  Milestone(String key) {
    this.key = key;
  }

  /** Its name at every door. */
  public String key() {
    return key;
  }
}
