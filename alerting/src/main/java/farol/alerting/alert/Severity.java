package farol.alerting.alert;

/**
 * How bad an alert is, as its sender said; worst first. An incident's severity is another thing.
 */
public enum Severity {
  CRITICAL,
  ERROR,
  WARNING,
  INFO;

  /** How people are reached when nothing else says so: only what is merely told may wait. */
  public Urgency urgency() {
    return switch (this) {
      case CRITICAL, ERROR, WARNING -> Urgency.HIGH;
      case INFO -> Urgency.LOW;
    };
  }
}
