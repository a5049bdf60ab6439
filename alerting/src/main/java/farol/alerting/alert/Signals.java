package farol.alerting.alert;

import farol.alerting.storage.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What senders told, as received and immutable. Joins the caller's transaction. */
@Component
class Signals {
  /** Inside this time the same news from the same sender is one piece of news. */
  static final Duration SAME_NEWS = Duration.ofMinutes(5);

  private final JdbcClient jdbc;

  Signals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this news, with the instant the sender gave it, was accepted moments ago. */
  boolean told(IntegrationId integration, News news, Instant now) {
    var senderAt = news.senderAt();
    if (senderAt == null) {
      return false;
    }
    return jdbc.sql(
            """
            select exists (select from alerting.signal
                           where integration_id = :integration and dedup_key = :key
                             and received_at > :since and action = :action
                             and sender_at = :sender)
            """)
        .param("integration", integration.value())
        .param("key", news.dedupKey())
        .param("since", Timestamps.of(now.minus(SAME_NEWS)))
        .param("action", news.action())
        .param("sender", Timestamps.of(senderAt))
        .query(Boolean.class)
        .single();
  }

  void add(
      IntegrationId integration,
      IntegrationKind door,
      News news,
      @Nullable AlertId alert,
      Instant now) {
    insert(
        integration,
        door,
        news.action(),
        news.dedupKey(),
        news.senderAt(),
        alert,
        news.body(),
        now);
  }

  /** Records a request that carried no item. */
  void addEmpty(IntegrationId integration, IntegrationKind door, String body, Instant now) {
    insert(integration, door, "NONE", null, null, null, body, now);
  }

  private void insert(
      IntegrationId integration,
      IntegrationKind door,
      String action,
      @Nullable String dedupKey,
      @Nullable Instant senderAt,
      @Nullable AlertId alert,
      String body,
      Instant now) {
    jdbc.sql(
            """
            insert into alerting.signal
                (id, integration_id, door, action, dedup_key, sender_at, received_at, alert_id, body)
            values (:id, :integration, :door, :action, :key, :sender, :now, :alert, :body)
            """)
        .param("id", UUID.randomUUID())
        .param("integration", integration.value())
        .param("door", door.name())
        .param("action", action)
        .param("key", dedupKey)
        .param("sender", Timestamps.ofNullable(senderAt))
        .param("now", Timestamps.of(now))
        .param("alert", alert == null ? null : alert.value())
        .param("body", body)
        .update();
  }
}
