package farol.capacity.pool.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.capacity.demand.PoolKey;
import farol.capacity.pool.Pool;
import farol.capacity.pool.Pools;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pools, and what people state of them. */
@RestController
@RequestMapping("/api/v1/capacity/pools")
class PoolsController {
  private final Pools pools;

  PoolsController(Pools pools) {
    this.pools = pools;
  }

  /** A change: absent members stay as they are. */
  record Change(
      @Nullable SafeRate safeRate,
      @Nullable Limit limit,
      @Nullable Double drainedShare,
      @Nullable Integer leadTimeDays) {
    /** What one dyno carries. */
    record SafeRate(@Nullable Double value) {}

    /** The most that can run. */
    record Limit(@Nullable Integer hosts, @Nullable Integer quota) {}

    Pool of(Pool pool) {
      return new Pool(
          pool.id(),
          pool.key(),
          pool.platform(),
          pool.zones(),
          pool.dynos(),
          pool.seenAt(),
          safeRate == null ? pool.safeRate() : safeRate.value(),
          drainedShare == null ? pool.drainedShare() : drainedShare,
          leadTimeDays == null ? pool.leadTimeDays() : leadTimeDays,
          limit == null ? pool.hosts() : limit.hosts(),
          limit == null ? pool.quota() : limit.quota());
    }
  }

  @GetMapping
  Items<PoolBody> all(Actor actor) {
    actor.mustBe(Role.VIEWER);
    return Items.all(pools.all().stream().map(PoolBody::of).toList());
  }

  @GetMapping("/{region}/{size}")
  PoolBody one(Actor actor, @PathVariable String region, @PathVariable String size) {
    actor.mustBe(Role.VIEWER);
    var key = new PoolKey(region, size);
    return pools.find(key).map(PoolBody::of).orElseThrow(() -> Refusal.notFound("The pool " + key));
  }

  @PatchMapping("/{region}/{size}")
  PoolBody change(
      Actor actor,
      @PathVariable String region,
      @PathVariable String size,
      @RequestBody Change change) {
    return PoolBody.of(pools.change(actor, new PoolKey(region, size), change::of));
  }

  @GetMapping("/{region}/{size}/exhaustion")
  Map<String, Object> exhaustion(
      Actor actor, @PathVariable String region, @PathVariable String size) {
    actor.mustBe(Role.VIEWER);
    throw Refusal.notBuilt("The time to exhaustion");
  }
}
