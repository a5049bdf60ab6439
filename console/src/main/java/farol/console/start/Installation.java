package farol.console.start;

import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about this installation as a whole, each written once. */
@Component
public class Installation {
  private final JdbcClient jdbc;

  Installation(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<String> fact(String name) {
    return jdbc.sql("select value from console.installation where name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /** Writes the fact; answers false when it stood already. */
  public boolean write(String name, String value, Instant now) {
    return jdbc.sql(
                """
                insert into console.installation (name, value, written_at)
                values (:name, :value, :now) on conflict do nothing
                """)
            .param("name", name)
            .param("value", value)
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }
}
