package farol.statuspage.edge;

import farol.alerting.storage.Wakeups;
import farol.statuspage.renderer.Snapshots;
import farol.statuspage.snapshot.Trust;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The edge inside the application: it takes each set from the database, and readers from memory.
 */
@Component
public class EdgeLifecycle implements SmartLifecycle {
  private final EdgeSite site;
  private final EdgeServer server;
  private final Snapshots snapshots;
  private volatile boolean running;

  EdgeLifecycle(
      Snapshots snapshots,
      Wakeups wakeups,
      InstantSource clock,
      MeterRegistry metrics,
      @Value("${farol.status.port:8081}") int port) {
    this.snapshots = snapshots;
    // The database is trusted: two nodes may hold two keys, and each set names its own.
    this.site = new EdgeSite(Trust.ofTheSource(), clock);
    this.server = new EdgeServer(site, meter(metrics), port);
    metrics.gauge("farol_status_snapshot_age_seconds", this, edge -> edge.ageSeconds(clock));
    wakeups.on(Snapshots.CHANNEL, this::tick);
  }

  private static EdgeMeter meter(MeterRegistry metrics) {
    Map<String, Counter> counters = new ConcurrentHashMap<>();
    return (code, kind) ->
        counters
            .computeIfAbsent(
                code + kind,
                _ ->
                    Counter.builder("farol_status_edge_requests")
                        .tag("code", String.valueOf(code))
                        .tag("kind", kind)
                        .register(metrics))
            .increment();
  }

  private double ageSeconds(InstantSource clock) {
    var set = site.set();
    return set == null
        ? Double.NaN
        : Duration.between(set.manifest().asOf(), clock.instant()).toMillis() / 1000.0;
  }

  /** Takes the newest set; what is served stays when the database is away. */
  @Scheduled(fixedDelay = 1000)
  public void tick() {
    site.refresh(served -> served == null ? snapshots.newerThan(0, Map.of()) : newer(served));
  }

  private Optional<farol.statuspage.snapshot.SnapshotSet> newer(
      farol.statuspage.snapshot.SnapshotSet served) {
    return snapshots.newerThan(served.manifest().sequence(), served.bodies());
  }

  @Override
  public void start() {
    server.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    server.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The port readers connect to. */
  public int port() {
    return server.port();
  }

  /** Whether readers get fresh bytes at this moment. */
  public boolean isFresh() {
    return site.isFresh();
  }

  /** The number of the set readers get, null before the first. */
  public @Nullable Long servedSequence() {
    var set = site.set();
    return set == null ? null : set.manifest().sequence();
  }
}
