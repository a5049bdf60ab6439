package farol.incidents.command;

import java.util.List;
import java.util.Map;

/** The severity that an impact on so many customers has. */
public final class SeverityMatrix {
  private static final Map<Impact, List<Integer>> BY_REACH =
      Map.of(
          Impact.DOWN, List.of(1, 1, 2, 3),
          Impact.DEGRADED, List.of(2, 2, 3, 4),
          Impact.AT_RISK, List.of(3, 3, 4, 4),
          Impact.COSMETIC, List.of(4, 5, 5, 5));

  private SeverityMatrix() {}

  public static IncidentSeverity of(Impact impact, Reach reach) {
    return IncidentSeverity.valueOf("SEV" + BY_REACH.get(impact).get(reach.ordinal()));
  }
}
