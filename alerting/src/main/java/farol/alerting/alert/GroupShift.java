package farol.alerting.alert;

import java.util.Collection;

/** What the states of its members make of a group, and what that asks of escalation. */
enum GroupShift {
  /** Somebody must be paged. */
  BEGIN,
  /** It fires again after it was over. */
  BEGIN_AGAIN,
  ACKNOWLEDGED,
  RESOLVED,
  NONE;

  /** A group fires while any member does; it is over when every member is. */
  static AlertState stateOf(Collection<AlertState> members) {
    if (members.contains(AlertState.TRIGGERED)) {
      return AlertState.TRIGGERED;
    }
    return members.contains(AlertState.ACKNOWLEDGED)
        ? AlertState.ACKNOWLEDGED
        : AlertState.RESOLVED;
  }

  /**
   * The shift from one state to the next.
   *
   * @param fresh the group is new, and nobody was paged for it
   */
  static GroupShift between(AlertState before, boolean fresh, AlertState after) {
    return switch (after) {
      case TRIGGERED ->
          switch (before) {
            case TRIGGERED -> fresh ? BEGIN : NONE;
            case ACKNOWLEDGED -> BEGIN;
            case RESOLVED -> BEGIN_AGAIN;
          };
      case ACKNOWLEDGED -> before == AlertState.TRIGGERED && !fresh ? ACKNOWLEDGED : NONE;
      case RESOLVED -> before == AlertState.RESOLVED || fresh ? NONE : RESOLVED;
    };
  }
}
