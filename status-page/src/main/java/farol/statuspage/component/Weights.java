package farol.statuspage.component;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of an instant a state loses, in permille. Unknown has no weight: it is left out. */
public record Weights(
    @JsonProperty("major_outage") int majorOutage,
    @JsonProperty("partial_outage") int partialOutage,
    @JsonProperty("degraded_performance") int degradedPerformance,
    @JsonProperty("under_maintenance") int underMaintenance) {
  public static final Weights DEFAULT = new Weights(1000, 300, 0, 0);

  public Weights {
    for (var weight :
        new int[] {majorOutage, partialOutage, degradedPerformance, underMaintenance}) {
      if (weight < 0 || weight > 1000) {
        throw new IllegalArgumentException("A weight is 0 to 1000 permille, not " + weight);
      }
    }
  }

  /** Permille lost while in this state. */
  public int of(State state) {
    return switch (state) {
      case MAJOR_OUTAGE -> majorOutage;
      case PARTIAL_OUTAGE -> partialOutage;
      case DEGRADED_PERFORMANCE -> degradedPerformance;
      case UNDER_MAINTENANCE -> underMaintenance;
      case OPERATIONAL, UNKNOWN -> 0;
    };
  }
}
