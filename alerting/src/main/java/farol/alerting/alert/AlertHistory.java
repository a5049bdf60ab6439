package farol.alerting.alert;

import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only history of each alert. Joins the caller's transaction. */
@Component
class AlertHistory {
  /** What an entry tells. */
  enum Type {
    TRIGGERED,
    REOPENED,
    JOINED,
    WORSENED,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    RESOLVED,
    LATE,
    NOTE,
    LINKED,
    HANDED_UP,
    EXHAUSTED
  }

  private final JdbcClient jdbc;

  AlertHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AlertId alert, Instant at, Type type, @Nullable PersonId person, @Nullable String text) {
    jdbc.sql(
            """
            insert into alerting.alert_event (alert_id, at, type, person, text)
            values (:alert, :at, :type, :person, :text)
            """)
        .param("alert", alert.value())
        .param("at", Timestamps.of(at))
        .param("type", type.name())
        .param("person", person == null ? null : person.value())
        .param("text", text)
        .update();
  }
}
