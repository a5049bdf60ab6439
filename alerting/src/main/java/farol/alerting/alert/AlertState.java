package farol.alerting.alert;

/** Where an alert, and the group it belongs to, stands. */
public enum AlertState {
  TRIGGERED,
  ACKNOWLEDGED,
  RESOLVED
}
