package farol.capacity.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What was measured, as other parts of the room and the views read it. */
@Service
public class Demands {
  private static final Duration HOUR = Duration.ofHours(1);
  private final JdbcDemand demand;

  Demands(JdbcDemand demand) {
    this.demand = demand;
  }

  public List<SeriesRow> series() {
    return demand.series();
  }

  public Optional<SeriesRow> series(String slug) {
    return demand.series(slug);
  }

  public List<Source> sources() {
    return demand.sources();
  }

  /**
   * The sum over these series from {@code from} on. A step in which none was measured is a gap; an
   * app that did not exist yet asked for nothing.
   */
  public Demand sum(Collection<SeriesRow> series, Instant from) {
    var step = series.stream().map(SeriesRow::step).findFirst().orElse(HOUR);
    var ids = series.stream().map(SeriesRow::id).toList();
    return demand(ids, from, step);
  }

  private Demand demand(List<UUID> ids, Instant from, Duration step) {
    var measured = demand.sums(ids, from);
    if (measured.isEmpty()) {
      return Demand.none(step);
    }
    var first = measured.getFirst().at();
    var last = measured.getLast().at();
    var values = new double[index(first, last, step) + 1];
    java.util.Arrays.fill(values, Double.NaN);
    for (var one : measured) {
      values[index(first, one.at(), step)] = one.value();
    }
    return new Demand(first, step, values);
  }

  private static int index(Instant first, Instant at, Duration step) {
    return (int) (Duration.between(first, at).toSeconds() / step.toSeconds());
  }
}
