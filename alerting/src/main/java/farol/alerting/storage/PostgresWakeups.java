package farol.alerting.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wake-ups over one PostgreSQL channel whose payload names ours. A single connection listens; when
 * it is lost it is opened again and every worker runs once, since wake-ups may have been missed.
 */
@Component
public class PostgresWakeups implements Wakeups, SmartLifecycle {
  private static final String POSTGRES_CHANNEL = "farol";
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(PostgresWakeups.class);

  private final DataSource source;
  private final JdbcClient jdbc;
  private final Map<String, List<Worker>> workers = new ConcurrentHashMap<>();
  private volatile @Nullable Listener listener;

  PostgresWakeups(DataSource source) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
  }

  @Override
  public void wake(String channel) {
    jdbc.sql("select pg_notify(:postgresChannel, :channel)")
        .param("postgresChannel", POSTGRES_CHANNEL)
        .param("channel", channel)
        .query((_, _) -> true)
        .list();
  }

  @Override
  public void on(String channel, Runnable worker) {
    workers
        .computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>())
        .add(new Worker(channel, worker));
  }

  @Override
  public void start() {
    var started = new Listener();
    listener = started;
    Thread.ofPlatform().name("farol-wakeups").daemon().start(started);
  }

  @Override
  public void stop() {
    var running = listener;
    listener = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return listener != null;
  }

  private void run(String channel) {
    workers.getOrDefault(channel, List.of()).forEach(Worker::wake);
  }

  /** Holds the listening connection on its own thread. */
  private final class Listener implements Runnable {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public void run() {
      try {
        do {
          listenUntilLost();
        } while (!pause());
      } finally {
        stopped.countDown();
      }
    }

    private void listenUntilLost() {
      try (var connection = source.getConnection()) {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
          statement.execute("listen " + POSTGRES_CHANNEL);
        }
        workers.keySet().forEach(PostgresWakeups.this::run);
        relay(connection);
        unlisten(connection);
      } catch (SQLException | RuntimeException lost) {
        if (stopping.getCount() > 0) {
          LOG.warn("Wake-ups wait for the database, workers sweep meanwhile: {}", lost.toString());
        }
      }
    }

    private void relay(Connection connection) throws SQLException {
      var postgres = connection.unwrap(PGConnection.class);
      while (stopping.getCount() > 0) {
        for (var notification : postgres.getNotifications((int) POLL.toMillis())) {
          PostgresWakeups.this.run(notification.getParameter());
        }
      }
    }

    /** The connection goes back to a pool, where nobody else wants to be notified. */
    private void unlisten(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("unlisten *");
      }
    }

    private boolean pause() {
      try {
        return stopping.await(RECONNECT_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    void stop() {
      stopping.countDown();
      try {
        if (!stopped.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("The connection for wake-ups did not close in time");
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Runs a worker off the listening thread, once at a time; wake-ups meanwhile are one more run.
   */
  private record Worker(String channel, Runnable work, AtomicInteger asked) {
    Worker(String channel, Runnable work) {
      this(channel, work, new AtomicInteger());
    }

    void wake() {
      if (asked.getAndIncrement() == 0) {
        Thread.ofVirtual().name("farol-wake-" + channel).start(this::runWhileAsked);
      }
    }

    private void runWhileAsked() {
      int seen;
      do {
        seen = asked.get();
        try {
          work.run();
        } catch (RuntimeException failed) {
          LOG.warn("A worker of {} failed; its sweep tries again", channel, failed);
        }
      } while (!asked.compareAndSet(seen, 0));
    }
  }
}
