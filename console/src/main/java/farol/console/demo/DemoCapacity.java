package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.capacity.demand.PoolKey;
import farol.capacity.pool.Pool;
import farol.capacity.pool.Pools;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What Caminho's planners state of its pools. Dynos, apps and demand are not seeded: they are read
 * from the platform as anywhere else.
 */
@Component
class DemoCapacity implements DemoRoom {
  private static final String PLATFORM = "devcloud";

  /** A pool, what one of its dynos carries, and its limits. */
  private record Stated(String region, String size, double safeRate, int hosts, int quota) {
    PoolKey key() {
      return new PoolKey(region, size);
    }

    Pool of(Pool pool) {
      return new Pool(
          pool.id(),
          pool.key(),
          pool.platform(),
          pool.zones(),
          pool.dynos(),
          pool.seenAt(),
          safeRate,
          pool.drainedShare(),
          pool.leadTimeDays(),
          hosts,
          quota);
    }
  }

  private static final List<Stated> ALL =
      List.of(
          new Stated("us-east", "standard-2x", 55, 40, 50),
          new Stated("us-east", "standard-1x", 12, 40, 50),
          new Stated("eu-west", "standard-2x", 56, 40, 50),
          new Stated("eu-west", "standard-1x", 34, 40, 50));

  private final Pools pools;

  DemoCapacity(Pools pools) {
    this.pools = pools;
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    for (var stated : ALL) {
      pools.declare(administrator, stated.key(), PLATFORM);
      pools.change(administrator, stated.key(), stated::of);
    }
  }
}
