package farol.incidents.command;

/** Where an incident stands. */
public enum IncidentState {
  TRIAGE,
  ACTIVE,
  MITIGATED,
  RESOLVED,
  IN_REVIEW,
  CLOSED,
  DECLINED,
  CANCELLED,
  MERGED;

  /** Whether people still work on it. */
  public boolean open() {
    return switch (this) {
      case TRIAGE, ACTIVE, MITIGATED -> true;
      case RESOLVED, IN_REVIEW, CLOSED, DECLINED, CANCELLED, MERGED -> false;
    };
  }

  /** Whether it was worked on to its end, so that there is something to review. */
  public boolean reviewable() {
    return switch (this) {
      case RESOLVED, IN_REVIEW, CLOSED -> true;
      case TRIAGE, ACTIVE, MITIGATED, DECLINED, CANCELLED, MERGED -> false;
    };
  }

  /** As sentences call it: Active, In review. */
  public String word() {
    var lower = name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
