package farol.incidents.timeline;

/** What wrote a row, or made a person write it. */
public enum RowSource {
  HUMAN,
  ALERT,
  PAGE,
  DEPLOY,
  CONFIG,
  RUNBOOK,
  STATUS_POST,
  CHECKLIST,
  DECISION,
  TASK,
  ROLE,
  SEVERITY,
  STATE,
  SITREP,
  TEMPORARY_CHANGE,
  PROMPT,
  CHAT,
  IMPORT;

  /** Whether a row of this source is fit for the retrospective unless its writer says otherwise. */
  public boolean curatedAtOnce() {
    return switch (this) {
      case HUMAN,
          DEPLOY,
          CONFIG,
          RUNBOOK,
          STATUS_POST,
          DECISION,
          SEVERITY,
          STATE,
          SITREP,
          TEMPORARY_CHANGE,
          CHAT,
          IMPORT ->
          true;
      case ALERT, PAGE, CHECKLIST, TASK, ROLE, PROMPT -> false;
    };
  }
}
