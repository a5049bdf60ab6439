package farol.capacity.demand;

import farol.capacity.demand.JdbcDemand.Value;
import farol.capacity.demand.Source.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a pull: what was seen, each chunk with its high-water mark, and the end. */
@Component
class Pull {
  /** How long a node may pull before another takes over. */
  static final Duration LEASE = Duration.ofMinutes(10);

  static final int ATTEMPTS_BEFORE_SILENT = 3;
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final JdbcDemand demand;
  private final Discovered discovered;
  private final MeterRegistry meters;

  Pull(JdbcDemand demand, Discovered discovered, MeterRegistry meters) {
    this.demand = demand;
    this.discovered = discovered;
    this.meters = meters;
  }

  @Transactional
  List<Source> claim(Instant now) {
    return demand.claimDue(now, LEASE);
  }

  @Transactional
  void saw(
      Source source,
      String platform,
      List<AppSeen> apps,
      Map<String, List<String>> zones,
      Instant at) {
    demand.see(source.id(), source.step(), apps);
    discovered.seen(platform, apps, zones, at);
  }

  /** Stores the steps up to {@code until}; rates of apps that nobody knows are left out. */
  @Transactional
  void store(Source source, Collection<PlatformReader.Rate> rates, Instant until) {
    var ids = demand.ids();
    var values = new ArrayList<Value>();
    for (var rate : rates) {
      var series = ids.get(rate.app());
      if (series != null) {
        values.add(new Value(series, rate.at(), rate.perSecond()));
      }
    }
    demand.store(values);
    demand.pulledUntil(source.id(), until);
    meters.counter("farol.capacity.points", "source.kind", source.kind()).increment(values.size());
  }

  @Transactional
  void answered(Source source, Instant now) {
    var since = source.state() == State.ALIVE ? source.stateSince() : now;
    demand.release(
        new Source(
            source.id(),
            source.kind(),
            source.expression(),
            source.step(),
            State.ALIVE,
            null,
            since,
            0,
            source.pulledUntil()),
        now.plus(AGAIN));
  }

  /** The source did not answer: after the third time it counts as silent. Its data stands. */
  @Transactional
  void failed(Source source, String said, Instant now) {
    var attempts = source.attempts() + 1;
    var silent = attempts >= ATTEMPTS_BEFORE_SILENT;
    var turned = silent && source.state() != State.SILENT;
    demand.release(
        new Source(
            source.id(),
            source.kind(),
            source.expression(),
            source.step(),
            silent ? State.SILENT : source.state(),
            said,
            turned ? now : source.stateSince(),
            attempts,
            source.pulledUntil()),
        now.plus(silent ? AGAIN : RETRY.multipliedBy(attempts)));
  }
}
