package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import java.time.Instant;
import java.util.Optional;

/** Groups as escalation and notification see them. Commands join or open a transaction. */
public interface AlertGroups {
  Optional<AlertGroup> group(AlertGroupId id);

  /**
   * Acknowledges the group for the acting person. Acknowledging what the same person already holds
   * changes nothing.
   *
   * @return the group as it stands after
   */
  AlertGroup acknowledge(AlertGroupId id, Actor actor, Instant now);

  /** Records that every pass of the ladder went unanswered. */
  void exhausted(AlertGroupId id, Instant now);
}
