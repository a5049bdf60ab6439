package farol.capacity.demand;

import java.time.Duration;
import java.util.UUID;

/**
 * The requests per second of one app, as the mean of each step.
 *
 * @param slug the app's name
 * @param dynos of its web process when last seen
 * @param present false once the platform no longer has the app
 */
public record SeriesRow(
    UUID id, String slug, Duration step, PoolKey pool, int dynos, boolean present) {}
