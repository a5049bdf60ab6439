package farol.alerting.alert;

import java.time.Instant;

/**
 * What the life of an alert asks of escalation, within the transaction that accepted the change, so
 * that an accepted trigger and its due row are committed together. Implemented by escalation.
 */
public interface Escalation {
  /** Why a group needs nobody's attention any more. */
  enum End {
    ACKNOWLEDGED,
    RESOLVED,
    SUPPRESSED,
    HANDED_UP
  }

  /** Starts the ladder for a group that has none under way; otherwise changes nothing. */
  void begin(AlertGroup group, Instant now);

  /** Stops the ladder and cancels pages that have not left. */
  void end(AlertGroupId group, End reason, Instant now);
}
