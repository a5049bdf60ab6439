package farol.incidents.actions;

/** Where an action item stands. */
public enum ActionState {
  OPEN,
  IN_PROGRESS,
  DONE,
  VERIFIED,
  DROPPED;

  /** Whether its owner still has to act. */
  public boolean outstanding() {
    return switch (this) {
      case OPEN, IN_PROGRESS -> true;
      case DONE, VERIFIED, DROPPED -> false;
    };
  }
}
