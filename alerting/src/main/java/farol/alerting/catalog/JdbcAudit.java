package farol.alerting.catalog;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trail as a table that the database itself keeps append-only. */
@Component
class JdbcAudit implements Audit {
  private final JdbcClient jdbc;

  JdbcAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void record(
      Actor actor,
      Instant at,
      String action,
      String object,
      @Nullable Object before,
      @Nullable Object after) {
    jdbc.sql(
            """
            insert into alerting.audit_entry (at, who, proxy, via, origin, action, object, before, after)
            values (:at, :who, :proxy, :via, :origin, :action, :object, :before, :after)
            """)
        .param("at", Timestamps.of(at))
        .param("who", actor.person().handle())
        .param("proxy", actor.onBehalfBy().map(Person::handle).orElse(null))
        .param("via", actor.via().name())
        .param("origin", actor.from())
        .param("action", action)
        .param("object", object)
        .param("before", before == null ? null : Documents.of(before), java.sql.Types.OTHER)
        .param("after", after == null ? null : Documents.of(after), java.sql.Types.OTHER)
        .update();
  }
}
