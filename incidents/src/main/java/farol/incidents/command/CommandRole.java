package farol.incidents.command;

/** What somebody does in an incident. The commander (IC) is held as a tenure, never assigned. */
public enum CommandRole {
  IC,
  DEPUTY,
  COMMS,
  OPS,
  SCRIBE,
  INTERNAL_LIAISON;

  /** As sentences call it. */
  public String word() {
    return switch (this) {
      case IC -> "commander";
      case DEPUTY -> "deputy";
      case COMMS -> "comms";
      case OPS -> "operations";
      case SCRIBE -> "scribe";
      case INTERNAL_LIAISON -> "internal liaison";
    };
  }
}
