package farol.runbooks.execution;

import farol.alerting.storage.Wakeups;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes due runs in hand. A lease of a minute says so in the row and is renewed while the work goes
 * on; when this node dies, another takes over with a higher fencing token.
 */
@Component
class RunWorker {
  static final String CHANNEL = "runs";
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Duration RENEWAL = Duration.ofSeconds(10);
  static final int BATCH = 10;

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  private final RunStore store;
  private final RunEngine engine;
  private final Node node;
  private final InstantSource clock;
  private final Executor threads;

  /** Runs in this node's hands, with their fencing tokens. */
  private final Map<UUID, Long> inHand = new ConcurrentHashMap<>();

  @Autowired
  RunWorker(RunStore store, RunEngine engine, Node node, InstantSource clock, Wakeups wakeups) {
    this(store, engine, node, clock, Executors.newVirtualThreadPerTaskExecutor());
    wakeups.on(CHANNEL, this::tick);
  }

  RunWorker(RunStore store, RunEngine engine, Node node, InstantSource clock, Executor threads) {
    this.store = store;
    this.engine = engine;
    this.node = node;
    this.clock = clock;
    this.threads = threads;
  }

  /** Renews what is in hand and takes what is due; harmless at any time. */
  @Scheduled(fixedDelay = 1000)
  void tick() {
    var now = clock.instant();
    inHand.forEach((run, token) -> store.renew(run, node.boot(), token, now.plus(LEASE)));
    for (var run : store.claimDue(node.boot(), now, LEASE, BATCH)) {
      inHand.put(run, store.find(run).orElseThrow().token());
      threads.execute(() -> drive(run));
    }
  }

  private void drive(UUID run) {
    try {
      engine.drive(run);
    } catch (RuntimeException failed) {
      LOG.error("The run {} could not be driven; it is tried again after its lease", run, failed);
      inHand.remove(run);
      return;
    }
    inHand.remove(run);
    store.release(run, node.boot());
  }

  @PreDestroy
  void close() {
    if (threads instanceof ExecutorService service) {
      service.shutdownNow();
    }
  }
}
