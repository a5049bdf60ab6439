package farol.console.web;

import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers what creating requests were answered, on every node. */
@Component
public class IdempotentAnswers {
  static final Duration KEPT = Duration.ofHours(24);

  /** A first request that has no answer after this long died with its node. */
  static final Duration ABANDONED = Duration.ofMinutes(1);

  /** What is known of a key. */
  sealed interface Outcome permits First, Underway, OtherRequest, Known {}

  /** The key is new, and now this request's. */
  record First() implements Outcome {}

  /** Somebody is answering it right now. */
  record Underway() implements Outcome {}

  /** The key belongs to a request with another body. */
  record OtherRequest() implements Outcome {}

  /** The answer given the first time. */
  record Known(int status, @Nullable String location, @Nullable String contentType, String body)
      implements Outcome {}

  private final JdbcClient jdbc;
  private final InstantSource clock;

  IdempotentAnswers(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Outcome begin(PersonId caller, String key, byte[] hash) {
    var now = clock.instant();
    jdbc.sql(
            """
            delete from console.idempotent_answer
            where caller = :caller and key = :key
              and (created_at < :expired or (status is null and created_at < :abandoned))
            """)
        .param("caller", caller.value())
        .param("key", key)
        .param("expired", Timestamps.of(now.minus(KEPT)))
        .param("abandoned", Timestamps.of(now.minus(ABANDONED)))
        .update();
    var isNew =
        jdbc.sql(
                    """
                    insert into console.idempotent_answer (caller, key, request_hash, created_at)
                    values (:caller, :key, :hash, :now)
                    on conflict do nothing
                    """)
                .param("caller", caller.value())
                .param("key", key)
                .param("hash", hash)
                .param("now", Timestamps.of(now))
                .update()
            == 1;
    return isNew ? new First() : earlier(caller, key, hash);
  }

  private Outcome earlier(PersonId caller, String key, byte[] hash) {
    return jdbc.sql(
            """
            select request_hash, status, location, content_type, body
            from console.idempotent_answer where caller = :caller and key = :key
            """)
        .param("caller", caller.value())
        .param("key", key)
        .query((row, _) -> outcome(row, hash))
        .optional()
        .orElseGet(Underway::new);
  }

  private static Outcome outcome(ResultSet row, byte[] hash) throws SQLException {
    if (!Arrays.equals(row.getBytes("request_hash"), hash)) {
      return new OtherRequest();
    }
    var status = row.getObject("status", Integer.class);
    return status == null
        ? new Underway()
        : new Known(
            status,
            row.getString("location"),
            row.getString("content_type"),
            row.getString("body"));
  }

  void keep(PersonId caller, String key, Known answer) {
    jdbc.sql(
            """
            update console.idempotent_answer
            set status = :status, location = :location, content_type = :contentType, body = :body
            where caller = :caller and key = :key
            """)
        .param("caller", caller.value())
        .param("key", key)
        .param("status", answer.status())
        .param("location", answer.location())
        .param("contentType", answer.contentType())
        .param("body", answer.body())
        .update();
  }

  void forget(PersonId caller, String key) {
    jdbc.sql(
            """
            delete from console.idempotent_answer
            where caller = :caller and key = :key and status is null
            """)
        .param("caller", caller.value())
        .param("key", key)
        .update();
  }

  @Scheduled(fixedDelay = 3_600_000)
  void forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    jdbc.sql("delete from console.idempotent_answer where created_at < :before")
        .param("before", Timestamps.of(before))
        .update();
  }
}
