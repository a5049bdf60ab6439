package farol.capacity.demand;

/** Names a pool: dynos of one size in one region, for example {@code us-east/standard-2x}. */
public record PoolKey(String region, String size) implements Comparable<PoolKey> {
  @Override
  public int compareTo(PoolKey other) {
    var byRegion = region.compareTo(other.region);
    return byRegion != 0 ? byRegion : size.compareTo(other.size);
  }

  @Override
  public String toString() {
    return region + "/" + size;
  }
}
