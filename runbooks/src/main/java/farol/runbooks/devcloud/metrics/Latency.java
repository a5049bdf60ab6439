package farol.runbooks.devcloud.metrics;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How long answers take: a log-normal service time plus, for those who wait, an exponential wait
 * whose share and mean come from Erlang C.
 */
final class Latency {
  /** The edges of the histogram in seconds; above the last is only infinity. */
  static final double[] EDGES = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  /** The shape of the log-normal service time. */
  private static final double SIGMA = 0.6;

  /** Utilisation is taken in steps this fine, so that few shapes need computing. */
  private static final int STEPS = 256;

  /** Points that stand for the exponential wait. */
  private static final int QUANTILES = 16;

  private static final int SHAPES_MAX = 20_000;
  private static final int SERVERS_MAX = 10_000;
  private static final ConcurrentHashMap<Key, Latency> SHAPES = new ConcurrentHashMap<>();

  private record Key(int servers, double serviceSeconds, int step) {}

  private final double[] shares;
  private final double mean;

  private Latency(double[] shares, double mean) {
    this.shares = shares;
    this.mean = mean;
  }

  /** The share of the answers at or below the edge of this index. */
  double share(int edge) {
    return shares[edge];
  }

  /** The mean in seconds. */
  double mean() {
    return mean;
  }

  /** The latency of a queue; at and above full use it is that of a queue just short of it. */
  static Latency of(double servers, double serviceSeconds, double utilisation) {
    var step = (int) Math.min(STEPS - 1, Math.round(utilisation * STEPS));
    var whole = Math.clamp(Math.round(servers), 1, SERVERS_MAX);
    if (SHAPES.size() > SHAPES_MAX) {
      SHAPES.clear();
    }
    return SHAPES.computeIfAbsent(new Key(whole, serviceSeconds, step), Latency::shape);
  }

  private static Latency shape(Key key) {
    var utilisation = (double) key.step / STEPS;
    var waits = Erlang.waits(key.servers, utilisation);
    var wait = key.serviceSeconds * Erlang.meanWait(key.servers, utilisation);
    var shares = new double[EDGES.length];
    for (var i = 0; i < EDGES.length; i++) {
      shares[i] =
          (1 - waits) * served(EDGES[i], key.serviceSeconds)
              + waits * servedAfterWait(EDGES[i], key.serviceSeconds, wait);
    }
    return new Latency(shares, key.serviceSeconds + waits * wait);
  }

  private static double servedAfterWait(double edge, double serviceSeconds, double meanWait) {
    var sum = 0.0;
    for (var i = 0; i < QUANTILES; i++) {
      var waited = -meanWait * Math.log(1 - (i + 0.5) / QUANTILES);
      sum += served(edge - waited, serviceSeconds);
    }
    return sum / QUANTILES;
  }

  private static double served(double seconds, double mean) {
    if (seconds <= 0) {
      return 0;
    }
    var mu = Math.log(mean) - SIGMA * SIGMA / 2;
    return normal((Math.log(seconds) - mu) / SIGMA);
  }

  /** The standard normal distribution (Zelen and Severo 1964, formula 26.2.17). */
  private static double normal(double z) {
    var t = 1 / (1 + 0.2316419 * Math.abs(z));
    var tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0 ? 1 - tail : tail;
  }
}
