package farol.capacity.pool.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.capacity.demand.Demand;
import farol.capacity.demand.Demands;
import farol.capacity.demand.SeriesRow;
import farol.capacity.forecast.Forecast;
import farol.capacity.pool.Pools;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Demand series and their forecasts. */
@RestController
@RequestMapping("/api/v1")
class SeriesController {
  private final Demands demands;
  private final Pools pools;

  SeriesController(Demands demands, Pools pools) {
    this.demands = demands;
    this.pools = pools;
  }

  /** A series. */
  record SeriesBody(
      String slug, String quantity, Duration step, String unit, String region, String size) {
    static SeriesBody of(SeriesRow row) {
      return new SeriesBody(
          row.slug(), "REQUESTS", row.step(), "requests/s", row.pool().region(), row.pool().size());
    }
  }

  /**
   * How the method did on the past: seasonal naive is the yardstick itself, so there is no figure.
   */
  record Backtest(
      @Nullable Double mase,
      @Nullable Double coverage95,
      @Nullable Double seasonalNaiveMase,
      int origins,
      String verdict) {
    static final Backtest NONE = new Backtest(null, null, null, 0, "NONE");
  }

  /** A forecast with its bands by level. */
  record ForecastBody(
      String series,
      Instant madeFrom,
      Instant from,
      Duration step,
      int horizon,
      List<Double> mean,
      List<Double> lo80,
      List<Double> hi80,
      List<Double> lo95,
      List<Double> hi95,
      String model,
      Backtest backtest,
      String verdict) {
    static ForecastBody of(String slug, Demand demand, Forecast forecast) {
      return new ForecastBody(
          slug,
          demand.from(),
          demand.until(),
          demand.step(),
          forecast.mean().size(),
          forecast.mean(),
          forecast.lo80(),
          forecast.hi80(),
          forecast.lo95(),
          forecast.hi95(),
          forecast.model(),
          Backtest.NONE,
          "NONE");
    }
  }

  @GetMapping("/capacity/series")
  Items<SeriesBody> all(Actor actor) {
    actor.mustBe(Role.VIEWER);
    return Items.all(demands.series().stream().map(SeriesBody::of).toList());
  }

  @GetMapping("/capacity/series/{slug}")
  SeriesBody one(Actor actor, @PathVariable String slug) {
    actor.mustBe(Role.VIEWER);
    return demands
        .series(slug)
        .map(SeriesBody::of)
        .orElseThrow(() -> Refusal.notFound("The series " + slug));
  }

  @GetMapping("/capacity/series/{slug}/forecast")
  ForecastBody forecast(Actor actor, @PathVariable String slug) {
    actor.mustBe(Role.VIEWER);
    var found = pools.forecast(slug).orElseThrow(() -> Refusal.notFound("The series " + slug));
    var forecast = found.forecast();
    if (forecast == null) {
      throw Refusal.conflict("too-little-history", "A forecast takes at least two days of history");
    }
    return ForecastBody.of(slug, found.demand(), forecast);
  }

  @GetMapping("/capacity/sources")
  Items<PoolBody.SourceBody> sources(Actor actor) {
    actor.mustBe(Role.VIEWER);
    return Items.all(demands.sources().stream().map(PoolBody.SourceBody::of).toList());
  }

  @PostMapping({"/forecast", "/sizing", "/region-loss-simulations", "/capacity/imports"})
  void notBuilt(Actor actor) {
    actor.mustBe(Role.VIEWER);
    throw Refusal.notBuilt("This stateless door");
  }
}
