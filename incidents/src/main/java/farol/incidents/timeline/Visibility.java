package farol.incidents.timeline;

/** Who may read a row, from fewest to most. */
public enum Visibility {
  RESTRICTED,
  INTERNAL,
  RETRO,
  PUBLIC
}
