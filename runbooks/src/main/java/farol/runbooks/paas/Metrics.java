package farol.runbooks.paas;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The port to a source of metrics that answers as Prometheus does. */
public interface Metrics {
  /** One series of a range answer; missing steps are left out. */
  record Series(Map<String, String> labels, List<Point> points) {}

  /** One value at one instant. */
  record Point(Instant at, double value) {}

  /** The instant value of each series of the expression. */
  List<Series> query(String expression, Instant at) throws PlatformUnavailable;

  /** The values on the grid from {@code from} (included) to {@code until} (excluded). */
  List<Series> queryRange(String expression, Instant from, Instant until, Duration step)
      throws PlatformUnavailable;
}
