package farol.alerting.alert;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes that senders told. Joins the caller's transaction. */
@Component
class Changes {
  private final JdbcClient jdbc;

  Changes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Integration integration, ChangeNews change, Instant now) {
    var happenedAt = change.happenedAt();
    jdbc.sql(
            """
            insert into alerting.change_event
                (id, integration_id, service_id, summary, source, happened_at, received_at,
                 details, links)
            values (:id, :integration, :service, :summary, :source, :happened, :now, :details,
                    :links)
            """)
        .param("id", UUID.randomUUID())
        .param("integration", integration.id().value())
        .param("service", integration.service().value())
        .param("summary", change.summary())
        .param("source", change.source())
        .param("happened", Timestamps.of(happenedAt == null ? now : happenedAt))
        .param("now", Timestamps.of(now))
        .param("details", Documents.of(change.details()))
        .param("links", Documents.of(change.links()))
        .update();
  }
}
