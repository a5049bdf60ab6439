package farol.capacity.demand;

/**
 * An app as the platform has it now.
 *
 * @param dynos of its web process, which is what carries requests
 */
public record AppSeen(String name, PoolKey pool, int dynos) {}
