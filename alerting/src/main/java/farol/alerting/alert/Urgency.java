package farol.alerting.alert;

/** Decides how people are reached: HIGH wakes them, LOW may wait. */
public enum Urgency {
  HIGH,
  LOW
}
