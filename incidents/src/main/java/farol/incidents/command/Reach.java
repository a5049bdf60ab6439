package farol.incidents.command;

/**
 * How many customers suffer: ALL means half of them or a whole region, MANY one in twenty or more.
 */
public enum Reach {
  ALL,
  MANY,
  FEW,
  NONE
}
