package farol.incidents.actions;

/** What an action item is for. */
public enum ActionType {
  MITIGATE,
  PREVENT,
  DETECT,
  PROCESS,
  OTHER
}
