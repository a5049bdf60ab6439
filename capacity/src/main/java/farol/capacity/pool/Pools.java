package farol.capacity.pool;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.capacity.demand.Demand;
import farol.capacity.demand.Demands;
import farol.capacity.demand.PoolKey;
import farol.capacity.demand.SeriesRow;
import farol.capacity.demand.Source;
import farol.capacity.forecast.Forecast;
import farol.capacity.forecast.SeasonalNaive;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every pool with its demand, its forecast and the headroom left in it. */
@Service
public class Pools {
  /** How much history a forecast and a chart look at. */
  public static final Duration HISTORY = Duration.ofDays(28);

  private static final int[] SEASONS = {168, 24};
  private static final int HORIZON_DAYS_MAX = 14;

  private final JdbcPools pools;
  private final Demands demands;
  private final Audit audit;
  private final MeterRegistry meters;
  private final InstantSource clock;

  Pools(JdbcPools pools, Demands demands, Audit audit, MeterRegistry meters, InstantSource clock) {
    this.pools = pools;
    this.demands = demands;
    this.audit = audit;
    this.meters = meters;
    this.clock = clock;
  }

  /** Over how many days the headroom of the pool looks ahead: its lead time, within what holds. */
  public static int horizonDays(Pool pool) {
    return Math.clamp(pool.leadTimeDays(), 1, HORIZON_DAYS_MAX);
  }

  /** All pools, least headroom first; those without a figure last. */
  @Transactional(readOnly = true)
  public List<PoolStatus> all() {
    var series = demands.series();
    var source = source();
    return pools.all().stream()
        .map(pool -> status(pool, series, source))
        .sorted(
            Comparator.comparingDouble(Pools::order).thenComparing(status -> status.pool().key()))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<PoolStatus> find(PoolKey key) {
    return pools.find(key).map(pool -> status(pool, demands.series(), source()));
  }

  /** The forecast of one app's demand, with the history it repeats. */
  @Transactional(readOnly = true)
  public Optional<SeriesForecast> forecast(String slug) {
    return demands
        .series(slug)
        .map(
            row -> {
              var demand = demands.sum(List.of(row), historyFrom());
              return new SeriesForecast(row, demand, forecast(demand, HORIZON_DAYS_MAX));
            });
  }

  /** A series with what may come; the forecast is null while there is too little history. */
  public record SeriesForecast(SeriesRow series, Demand demand, @Nullable Forecast forecast) {}

  /** Changes what is stated of a pool: safe rate, limits, drained share, lead time. */
  @Transactional
  public PoolStatus change(Actor actor, PoolKey key, UnaryOperator<Pool> change) {
    actor.mustBe(Role.RESPONDER);
    var before = pools.find(key).orElseThrow(() -> Refusal.notFound("The pool " + key));
    var after = change.apply(before);
    pools.state(after);
    audit.record(
        actor, clock.instant(), "pool.stated", "pool/" + key, stated(before), stated(after));
    return find(key).orElseThrow();
  }

  /** Makes a pool known before the platform was seen, so that figures can be stated of it. */
  @Transactional
  public void declare(Actor actor, PoolKey key, String platform) {
    actor.mustBe(Role.ADMIN);
    pools.ensure(key, platform);
  }

  private PoolStatus status(Pool pool, List<SeriesRow> series, @Nullable Source source) {
    var apps =
        series.stream().filter(one -> one.pool().equals(pool.key()) && one.present()).toList();
    var demand = demands.sum(apps, historyFrom());
    var forecast = forecast(demand, horizonDays(pool));
    var safeRate = pool.safeRate();
    var headroom =
        forecast == null || safeRate == null
            ? null
            : Headroom.of(pool, safeRate, forecast.highest95());
    return new PoolStatus(
        pool, apps, demand, forecast, headroom, source, pool.seenAt() != null && apps.isEmpty());
  }

  private @Nullable Forecast forecast(Demand demand, int days) {
    if (demand.isEmpty()) {
      return null;
    }
    var steps = (int) (Duration.ofDays(days).toSeconds() / demand.step().toSeconds());
    return meters
        .timer("farol.capacity.forecast", "family", "seasonal-naive")
        .record(() -> SeasonalNaive.forecast(demand.values(), SEASONS, steps))
        .orElse(null);
  }

  private @Nullable Source source() {
    return demands.sources().stream().findFirst().orElse(null);
  }

  private Instant historyFrom() {
    return clock.instant().minus(HISTORY);
  }

  private static double order(PoolStatus status) {
    var headroom = status.headroom();
    if (headroom == null) {
      return Double.MAX_VALUE;
    }
    var now = headroom.now();
    return now == null ? -Double.MAX_VALUE : now;
  }

  private static Map<String, Object> stated(Pool pool) {
    var stated = new TreeMap<String, Object>();
    stated.put("drainedShare", pool.drainedShare());
    stated.put("leadTimeDays", pool.leadTimeDays());
    put(stated, "safeRate", pool.safeRate());
    put(stated, "hosts", pool.hosts());
    put(stated, "quota", pool.quota());
    return stated;
  }

  private static void put(Map<String, Object> stated, String name, @Nullable Object value) {
    if (value != null) {
      stated.put(name, value);
    }
  }
}
