package farol.console.incidents;

import farol.console.ui.SeverityPlate;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;

/** Severities as plates. */
final class Sev {
  private Sev() {}

  static SeverityPlate plate(IncidentSeverity severity, IncidentState state) {
    return new SeverityPlate(number(severity)).over(!state.open());
  }

  /** 1 is worst. */
  static int number(IncidentSeverity severity) {
    return switch (severity) {
      case SEV1 -> 1;
      case SEV2 -> 2;
      case SEV3 -> 3;
      case SEV4 -> 4;
      case SEV5 -> 5;
    };
  }
}
