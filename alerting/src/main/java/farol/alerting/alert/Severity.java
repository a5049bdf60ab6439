package farol.alerting.alert;

/**
 * How bad an alert is, as its sender said; worst first. An incident's severity is another thing.
 */
public enum Severity {
  CRITICAL,
  ERROR,
  WARNING,
  INFO
}
