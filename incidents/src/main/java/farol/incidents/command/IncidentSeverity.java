package farol.incidents.command;

/** How bad an incident is, as people set it; worst first. */
public enum IncidentSeverity {
  SEV1,
  SEV2,
  SEV3,
  SEV4,
  SEV5;

  public boolean worseThan(IncidentSeverity other) {
    return compareTo(other) < 0;
  }

  /** Whether a trained commander is woken for it. */
  public boolean wakesCommander() {
    return switch (this) {
      case SEV1, SEV2 -> true;
      case SEV3, SEV4, SEV5 -> false;
    };
  }

  /** Whether it may be closed without a retrospective. */
  public boolean closesWithoutRetrospective() {
    return switch (this) {
      case SEV1, SEV2, SEV3 -> false;
      case SEV4, SEV5 -> true;
    };
  }
}
