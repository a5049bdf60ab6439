package farol.incidents.command;

/** What customers suffer, worst first. */
public enum Impact {
  DOWN,
  DEGRADED,
  AT_RISK,
  COSMETIC
}
