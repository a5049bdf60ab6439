package farol.alerting.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database on a real PostgreSQL, one server per JVM, with the migrations of the rooms it
 * names. Each {@link #with} answers an empty database of its own.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DataSource source;
  private final TransactionTemplate transaction;

  private TestDatabase(DataSource source) {
    this.source = source;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** An empty database migrated for these rooms, for example {@code with("alerting")}. */
  public static TestDatabase with(String... rooms) {
    var name = "t" + COUNT.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException("The test database %s".formatted(name), failed);
    }
    var source = Server.POSTGRES.getDatabase("postgres", name);
    for (var room : rooms) {
      Flyway.configure()
          .dataSource(source)
          .schemas(room)
          .defaultSchema(room)
          .locations("classpath:db/migration/" + room)
          .load()
          .migrate();
    }
    return new TestDatabase(source);
  }

  public DataSource source() {
    return source;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  public TransactionTemplate transaction() {
    return transaction;
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException failed) {
        throw new UncheckedIOException("The PostgreSQL of the tests", failed);
      }
    }
  }
}
