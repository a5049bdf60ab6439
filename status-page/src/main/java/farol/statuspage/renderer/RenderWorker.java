package farol.statuspage.renderer;

import farol.alerting.storage.Wakeups;
import farol.statuspage.component.PageEvents;
import farol.statuspage.snapshot.Compression;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Renders when something changed, and before a set ages. Only the node that holds the lock renders;
 * the others try for it each second.
 */
public class RenderWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RenderWorker.class);

  /** At most five renders a second: what happens while one runs is in the next. */
  private static final long GAP_NANOS = Duration.ofMillis(200).toNanos();

  private final Renderer renderer;
  private final DirectoryTarget target;
  private final WriterLock lock;
  private final InstantSource clock;
  private final Timer rendering;
  private final AtomicLong sequence = new AtomicLong();
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean again = new AtomicBoolean();
  private long lastNanos = System.nanoTime() - GAP_NANOS;

  RenderWorker(
      Renderer renderer,
      DirectoryTarget target,
      WriterLock lock,
      Wakeups wakeups,
      InstantSource clock,
      MeterRegistry metrics) {
    this.renderer = renderer;
    this.target = target;
    this.lock = lock;
    this.clock = clock;
    this.rendering = metrics.timer("farol_status_render");
    metrics.gauge("farol_status_snapshot_sequence", sequence);
    if (!Compression.hasBrotli()) {
      LOG.warn("This platform has no native brotli: readers of the status page get gzip");
    }
    wakeups.on(PageEvents.CHANNEL, this::tick);
  }

  /** Renders if it is this node's turn and there is something to render. */
  @Scheduled(fixedDelay = 1000)
  public void tick() {
    again.set(true);
    if (!running.tryLock()) {
      return;
    }
    try {
      while (again.getAndSet(false) && System.nanoTime() - lastNanos >= GAP_NANOS) {
        step();
      }
    } catch (RuntimeException failed) {
      LOG.warn("The status page could not be rendered; the next try is in a second", failed);
    } finally {
      running.unlock();
    }
  }

  private void step() {
    var now = clock.instant();
    if (!lock.hold() || !renderer.isDue(now)) {
      return;
    }
    var started = System.nanoTime();
    var set = renderer.render(now);
    lastNanos = System.nanoTime();
    rendering.record(Duration.ofNanos(lastNanos - started));
    sequence.set(set.manifest().sequence());
    target.push(set, now);
  }

  /** Lets the next render follow at once. */
  void forget() {
    lastNanos = System.nanoTime() - GAP_NANOS;
  }

  @Override
  public void close() {
    lock.close();
  }
}
