package farol.capacity.pool.web;

import farol.capacity.demand.SeriesRow;
import farol.capacity.demand.Source;
import farol.capacity.pool.Headroom;
import farol.capacity.pool.Pool;
import farol.capacity.pool.PoolStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool as the API answers it. Figures that nobody can know yet are null. */
record PoolBody(
    UUID id,
    String region,
    String size,
    String platform,
    List<String> zones,
    List<String> apps,
    int dynos,
    boolean vanished,
    SafeRate safeRate,
    double drainedShare,
    int leadTimeDays,
    Limit limit,
    @Nullable Double capacity,
    DemandNow demand,
    HeadroomBody headroom,
    @Nullable String model,
    @Nullable SourceBody source,
    String text) {
  /** What one dyno carries, who says so, and the most it was seen to carry on average. */
  record SafeRate(
      @Nullable Double value, @Nullable String source, @Nullable Double highestObserved) {}

  /** The most that can run. */
  record Limit(@Nullable Integer hosts, @Nullable Integer quota) {}

  /** The last whole step that was measured, and the highest upper bound within the lead time. */
  record DemandNow(
      @Nullable Double perSecond, @Nullable Instant until, @Nullable Double high95, int gaps) {}

  /** Shares of safe capacity; after the loss of a region it is not computed. */
  record HeadroomBody(
      @Nullable Double now,
      @Nullable Double afterZone,
      @Nullable Double afterRegion,
      int deficitDynos,
      @Nullable String bindingLoss) {}

  /** Where the demand comes from. */
  record SourceBody(String kind, String state, @Nullable String text, @Nullable Instant since) {
    static SourceBody of(Source source) {
      return new SourceBody(
          source.kind(), source.state().name(), source.text(), source.stateSince());
    }
  }

  static PoolBody of(PoolStatus status) {
    var pool = status.pool();
    var headroom = status.headroom();
    var forecast = status.forecast();
    var source = status.source();
    return new PoolBody(
        pool.id(),
        pool.key().region(),
        pool.key().size(),
        pool.platform(),
        pool.zones(),
        status.apps().stream().map(SeriesRow::slug).toList(),
        pool.dynos(),
        status.vanished(),
        safeRate(status),
        pool.drainedShare(),
        pool.leadTimeDays(),
        new Limit(pool.hosts(), pool.quota()),
        headroom == null ? null : headroom.capacity(),
        demand(status),
        headroom(pool, headroom),
        forecast == null ? null : forecast.model(),
        source == null ? null : SourceBody.of(source),
        status.sentence());
  }

  private static SafeRate safeRate(PoolStatus status) {
    var stated = status.pool().safeRate();
    var dynos = status.pool().dynos();
    var highest = status.demand().highest();
    return new SafeRate(
        stated,
        stated == null ? null : "STATED",
        dynos == 0 || Double.isNaN(highest) ? null : highest / dynos);
  }

  private static DemandNow demand(PoolStatus status) {
    var demand = status.demand();
    var forecast = status.forecast();
    var last = demand.last();
    return new DemandNow(
        Double.isNaN(last) ? null : last,
        demand.isEmpty() ? null : demand.until(),
        forecast == null ? null : forecast.highest95(),
        demand.gaps());
  }

  private static HeadroomBody headroom(Pool pool, @Nullable Headroom headroom) {
    if (headroom == null) {
      return new HeadroomBody(null, null, null, 0, null);
    }
    var zone = headroom.afterZone() == null ? null : "any one zone of " + pool.key().region();
    return new HeadroomBody(headroom.now(), headroom.afterZone(), null, headroom.deficit(), zone);
  }
}
