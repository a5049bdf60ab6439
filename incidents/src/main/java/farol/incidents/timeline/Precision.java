package farol.incidents.timeline;

/** How exactly the instant of a row is known. */
public enum Precision {
  SECOND,
  MINUTE,
  HOUR,
  APPROXIMATE
}
