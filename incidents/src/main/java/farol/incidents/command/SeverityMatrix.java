package farol.incidents.command;

import static farol.incidents.command.IncidentSeverity.SEV1;
import static farol.incidents.command.IncidentSeverity.SEV2;
import static farol.incidents.command.IncidentSeverity.SEV3;
import static farol.incidents.command.IncidentSeverity.SEV4;
import static farol.incidents.command.IncidentSeverity.SEV5;

/** The severity that an impact on so many customers has. */
public final class SeverityMatrix {
  private SeverityMatrix() {}

  public static IncidentSeverity of(Impact impact, Reach reach) {
    return switch (impact) {
      case DOWN ->
          switch (reach) {
            case ALL, MANY -> SEV1;
            case FEW -> SEV2;
            case NONE -> SEV3;
          };
      case DEGRADED ->
          switch (reach) {
            case ALL, MANY -> SEV2;
            case FEW -> SEV3;
            case NONE -> SEV4;
          };
      case AT_RISK ->
          switch (reach) {
            case ALL, MANY -> SEV3;
            case FEW, NONE -> SEV4;
          };
      case COSMETIC ->
          switch (reach) {
            case ALL -> SEV4;
            case MANY, FEW, NONE -> SEV5;
          };
    };
  }
}
