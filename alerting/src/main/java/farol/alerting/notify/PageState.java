package farol.alerting.notify;

/**
 * Where a page stands. It moves PLANNED, INTENT, SENT, OBSERVED, VERIFIED; the side exits are
 * CANCELLED (no longer needed), FAILED (refused for good) and UNKNOWN (no answer, given up).
 */
public enum PageState {
  PLANNED,
  INTENT,
  SENT,
  OBSERVED,
  VERIFIED,
  CANCELLED,
  FAILED,
  UNKNOWN
}
