package farol.alerting.alert;

/** How the duty that an accepted trigger laid on Farol ended. */
public enum Outcome {
  ACKNOWLEDGED,
  RESOLVED,
  SUPPRESSED,
  JOINED,
  HANDED_UP,
  EXHAUSTED
}
