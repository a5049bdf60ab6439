package farol.incidents.command;

/** What an incident is: fixed when it is declared, never changed. */
public enum IncidentKind {
  REAL,
  DRILL,
  BACKFILL
}
