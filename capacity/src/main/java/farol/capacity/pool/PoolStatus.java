package farol.capacity.pool;

import farol.capacity.demand.Demand;
import farol.capacity.demand.SeriesRow;
import farol.capacity.demand.Source;
import farol.capacity.forecast.Forecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool with what is asked of it and what is left.
 *
 * @param apps that run in it
 * @param forecast null while there is too little history
 * @param headroom null while the safe rate or the forecast is missing
 * @param source where the demand comes from; null before any is set
 * @param vanished the platform no longer has dynos of it
 */
public record PoolStatus(
    Pool pool,
    List<SeriesRow> apps,
    Demand demand,
    @Nullable Forecast forecast,
    @Nullable Headroom headroom,
    @Nullable Source source,
    boolean vanished) {
  public PoolStatus {
    apps = List.copyOf(apps);
  }

  /** One sentence on how the pool stands. */
  public String sentence() {
    return PoolSentence.of(this);
  }
}
