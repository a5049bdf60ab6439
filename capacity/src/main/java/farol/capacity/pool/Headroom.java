package farol.capacity.pool;

import org.jspecify.annotations.Nullable;

/**
 * The unused share of safe capacity at the highest demand that the forecast allows for.
 *
 * <p>C = dynos running × safe rate × (1 − drained share); D the highest upper 95 % bound within the
 * lead time; H = 1 − D / C. A lost zone takes its share of C: with Z equal zones C' = C · (Z − 1) /
 * Z.
 *
 * @param capacity C, requests per second
 * @param demand D, requests per second
 * @param now H; null when nothing runs
 * @param afterZone H after the loss of any one zone; null where zones are not known
 * @param deficit dynos that are missing at D; 0 while there is room
 */
public record Headroom(
    double capacity, double demand, @Nullable Double now, @Nullable Double afterZone, int deficit) {

  /** Computes it for a pool with a stated safe rate. */
  static Headroom of(Pool pool, double safeRate, double demand) {
    var perDyno = safeRate * (1 - pool.drainedShare());
    var capacity = pool.dynos() * perDyno;
    var zones = pool.zones().size();
    return new Headroom(
        capacity,
        demand,
        share(capacity, demand),
        zones < 2 ? null : share(capacity * (zones - 1) / zones, demand),
        deficit(perDyno, capacity, demand));
  }

  private static @Nullable Double share(double capacity, double demand) {
    return capacity > 0 ? 1 - demand / capacity : null;
  }

  private static int deficit(double perDyno, double capacity, double demand) {
    return demand <= capacity || perDyno == 0
        ? 0
        : (int) Math.ceil((demand - capacity) / perDyno - 1e-9);
  }
}
