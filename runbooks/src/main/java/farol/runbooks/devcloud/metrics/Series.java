package farol.runbooks.devcloud.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One series of the simulated platform, readable at any instant. */
record Series(String metric, Map<String, String> labels, Reader reader) {
  /** Reads a value, NaN where the series does not exist. */
  interface Reader {
    double at(Instant at);
  }

  static Series of(String metric, Reader reader, String... labels) {
    var sorted = new TreeMap<String, String>();
    for (var i = 0; i < labels.length; i += 2) {
      sorted.put(labels[i], labels[i + 1]);
    }
    return new Series(metric, sorted, reader);
  }

  boolean isCounter() {
    return metric.endsWith("_total")
        || metric.endsWith("_bucket")
        || metric.endsWith("_count")
        || metric.endsWith("_sum");
  }
}
