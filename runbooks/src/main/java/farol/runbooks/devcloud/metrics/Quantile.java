package farol.runbooks.devcloud.metrics;

import java.util.Map;
import java.util.TreeMap;

/** A quantile read off cumulative buckets, as Prometheus does it: linear within a bucket. */
final class Quantile {
  private Quantile() {}

  static double of(double wanted, Map<Double, Double> cumulative) {
    var buckets = new TreeMap<>(cumulative);
    if (buckets.isEmpty() || !buckets.containsKey(Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    var total = buckets.lastEntry().getValue();
    if (!(total > 0) || buckets.size() < 2 || Double.isNaN(wanted)) {
      return Double.NaN;
    }
    var rank = Math.clamp(wanted, 0, 1) * total;
    var lower = 0.0;
    var below = 0.0;
    for (var bucket : buckets.entrySet()) {
      if (bucket.getValue() >= rank) {
        return within(lower, bucket.getKey(), below, bucket.getValue(), rank);
      }
      lower = bucket.getKey();
      below = bucket.getValue();
    }
    return lower;
  }

  private static double within(double lower, double upper, double below, double upTo, double rank) {
    if (Double.isInfinite(upper)) {
      return lower;
    }
    return upTo == below ? upper : lower + (upper - lower) * (rank - below) / (upTo - below);
  }
}
