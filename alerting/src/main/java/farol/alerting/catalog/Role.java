package farol.alerting.catalog;

/**
 * What a person may do, from least to most; each role includes those before it. A commander is a
 * responder trained to command, a manager also answers for teams.
 */
public enum Role {
  VIEWER,
  RESPONDER,
  COMMANDER,
  MANAGER,
  ADMIN;

  /** Whether this role includes {@code other}. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
