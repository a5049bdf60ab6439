package farol.runbooks.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan reaches.
 *
 * @param dynosChanged dynos started, stopped or restarted, over all steps
 * @param lowest process type to the lowest number of dynos it ever reaches
 * @param within whether the budget holds
 */
public record BlastRadius(
    int apps,
    int regions,
    int dynosChanged,
    int releases,
    int restarts,
    Map<String, Integer> lowest,
    Budget budget,
    boolean within) {
  /** What the runbook allows itself; null means any number. */
  public record Budget(
      @Nullable Integer apps, @Nullable Integer dynosChanged, @Nullable Integer regions) {}
}
