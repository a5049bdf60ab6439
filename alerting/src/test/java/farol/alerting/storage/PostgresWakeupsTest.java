package farol.alerting.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresWakeupsTest {
  private static final long PATIENCE_SECONDS = 10;

  private final TestDatabase database = TestDatabase.with();
  private final PostgresWakeups sender = new PostgresWakeups(database.source());
  private final PostgresWakeups receiver = new PostgresWakeups(database.source());
  private final LinkedBlockingQueue<String> woken = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() throws InterruptedException {
    receiver.on("pages", () -> woken.add("pages"));
    receiver.on("other", () -> woken.add("other"));
    receiver.start();
    assertThat(next()).isNotNull();
    assertThat(next()).isNotNull();
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @Test
  void wakesTheWorkersOfTheChannelOnAnotherNodeAtCommit() throws InterruptedException {
    database.transaction().executeWithoutResult(_ -> sender.wake("pages"));

    assertThat(next()).isEqualTo("pages");
    assertThat(woken).isEmpty();
  }

  @Test
  void staysSilentWhenTheTransactionRollsBack() throws InterruptedException {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              sender.wake("other");
              status.setRollbackOnly();
            });
    sender.wake("pages");

    assertThat(next()).isEqualTo("pages");
    assertThat(woken).isEmpty();
  }

  @Test
  void comesBackAndRunsEveryWorkerOnceWhenTheConnectionIsLost()
      throws SQLException, InterruptedException {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
            and query like 'listen%'
          """);
    }

    assertThat(next()).isNotNull();
    assertThat(next()).isNotNull();
    sender.wake("pages");
    assertThat(next()).isEqualTo("pages");
  }

  @Test
  void aFailingWorkerDoesNotSilenceTheOthers() throws InterruptedException {
    receiver.on(
        "pages",
        () -> {
          throw new IllegalStateException("broken on purpose");
        });

    sender.wake("pages");
    assertThat(next()).isEqualTo("pages");
    sender.wake("pages");
    assertThat(next()).isEqualTo("pages");
  }

  private @Nullable String next() throws InterruptedException {
    return woken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
