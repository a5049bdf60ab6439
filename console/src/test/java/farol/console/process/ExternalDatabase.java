package farol.console.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

/** A PostgreSQL that outlives the nodes which use it. */
final class ExternalDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  ExternalDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
  }

  Map<String, String> settings() {
    return Map.of(
        "FAROL_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
        "FAROL_DATABASE_USERNAME",
        "postgres",
        "FAROL_DATABASE_PASSWORD",
        "postgres");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
