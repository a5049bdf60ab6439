package farol.checklists.lifecycle;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import farol.checklists.checklist.Stage;
import farol.checklists.gate.Subject;
import farol.checklists.gate.Subjects;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The board and the journal of moves in their tables. */
@Component
class JdbcLifecycles implements Subjects {
  private final JdbcClient jdbc;

  JdbcLifecycles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(ServiceId service, Lifecycle lifecycle) {}

  @Override
  public Subject of(Service service) {
    var lifecycle = find(service.id()).orElse(Lifecycle.NEW);
    return new Subject(
        service.slug(),
        service.tier(),
        service.type(),
        lifecycle.stage(),
        lifecycle.launchedAt(),
        lifecycle.adopted());
  }

  Optional<Lifecycle> find(ServiceId service) {
    return jdbc.sql("select * from checklists.lifecycle where service = :service")
        .param("service", service.value())
        .query(JdbcLifecycles::row)
        .optional()
        .map(Row::lifecycle);
  }

  Map<ServiceId, Lifecycle> all() {
    return jdbc.sql("select * from checklists.lifecycle").query(JdbcLifecycles::row).list().stream()
        .collect(Collectors.toMap(Row::service, Row::lifecycle));
  }

  /** Locks the row of the service, which it makes where there is none. */
  Lifecycle lock(ServiceId service, Instant now) {
    jdbc.sql(
            """
            insert into checklists.lifecycle (service, stage, since, adopted)
            values (:service, 'PROTOTYPE', :now, false)
            on conflict do nothing
            """)
        .param("service", service.value())
        .param("now", Timestamps.of(now))
        .update();
    return jdbc.sql("select * from checklists.lifecycle where service = :service for update")
        .param("service", service.value())
        .query(JdbcLifecycles::row)
        .single()
        .lifecycle();
  }

  void save(ServiceId service, Lifecycle lifecycle) {
    jdbc.sql(
            """
            update checklists.lifecycle
            set stage = :stage, since = :since, adopted = :adopted, launched_at = :launchedAt
            where service = :service
            """)
        .param("stage", lifecycle.stage().name())
        .param("since", Timestamps.ofNullable(lifecycle.since()))
        .param("adopted", lifecycle.adopted())
        .param("launchedAt", Timestamps.ofNullable(lifecycle.launchedAt()))
        .param("service", service.value())
        .update();
  }

  boolean launching(ServiceId service) {
    return jdbc.sql(
            "select exists (select 1 from checklists.move where service = :service and state = 'INTENT')")
        .param("service", service.value())
        .query(Boolean.class)
        .single();
  }

  void add(Move move, @Nullable PersonId via, @Nullable Instant leaseUntil) {
    jdbc.sql(
            """
            insert into checklists.move
              (id, service, from_stage, to_stage, note, by_person, via_person, state, verdict, at,
               message_id, recipients, attempts, lease_until, done_at)
            values
              (:id, :service, :from, :to, :note, :by, :via, :state, :verdict, :at,
               :messageId, :recipients, :attempts, :lease, :done)
            """)
        .param("id", move.id())
        .param("service", move.service().value())
        .param("from", move.from().name())
        .param("to", move.to().name())
        .param("note", move.note())
        .param("by", move.by().value())
        .param("via", via == null ? null : via.value())
        .param("state", move.state().name())
        .param("verdict", move.verdict())
        .param("at", Timestamps.of(move.at()))
        .param("messageId", move.messageId())
        .param("recipients", move.recipients().toArray(String[]::new))
        .param("attempts", move.attempts())
        .param("lease", Timestamps.ofNullable(leaseUntil))
        .param("done", move.state() == Move.State.DONE ? Timestamps.of(move.at()) : null)
        .update();
  }

  Optional<Move> move(UUID id) {
    return jdbc.sql("select * from checklists.move where id = :id")
        .param("id", id)
        .query(JdbcLifecycles::move)
        .optional();
  }

  /** Locks a launch still under way; empty once somebody finished it. */
  Optional<Move> lockIntent(UUID id) {
    return jdbc.sql("select * from checklists.move where id = :id and state = 'INTENT' for update")
        .param("id", id)
        .query(JdbcLifecycles::move)
        .optional();
  }

  /** Takes launches whose sender went away, for the lease from now on; counts the attempt. */
  List<Move> claimAbandoned(Instant now, Duration lease, int limit) {
    return jdbc.sql(
            """
            update checklists.move set attempts = attempts + 1, lease_until = :until
            where id in (
              select id from checklists.move
              where state = 'INTENT' and lease_until <= :now
              order by lease_until limit :limit for update skip locked)
            returning *
            """)
        .param("until", Timestamps.of(now.plus(lease)))
        .param("now", Timestamps.of(now))
        .param("limit", limit)
        .query(JdbcLifecycles::move)
        .list();
  }

  void finish(Move move, @Nullable String failure, Instant at) {
    jdbc.sql(
            """
            update checklists.move
            set state = :state, failure = :failure, sent_at = :sentAt, done_at = :at,
              lease_until = null
            where id = :id
            """)
        .param("state", failure == null ? "DONE" : "FAILED")
        .param("failure", failure)
        .param("sentAt", Timestamps.ofNullable(failure == null ? at : null))
        .param("at", Timestamps.of(at))
        .param("id", move.id())
        .update();
  }

  /** Keeps a verdict that a door acted on. */
  void record(
      ServiceId service, Stage stage, String door, String verdict, Object body, Instant at) {
    jdbc.sql(
            """
            insert into checklists.recorded_verdict (id, service, stage, door, verdict, body, at)
            values (:id, :service, :stage, :door, :verdict, :body, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("service", service.value())
        .param("stage", stage.name())
        .param("door", door)
        .param("verdict", verdict)
        .param("body", Documents.of(body))
        .param("at", Timestamps.of(at))
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new ServiceId(row.getObject("service", UUID.class)),
        new Lifecycle(
            Stage.valueOf(row.getString("stage")),
            Timestamps.read(row, "since"),
            row.getBoolean("adopted"),
            Timestamps.readNullable(row, "launched_at")));
  }

  private static Move move(ResultSet row, int number) throws SQLException {
    return new Move(
        row.getObject("id", UUID.class),
        new ServiceId(row.getObject("service", UUID.class)),
        Stage.valueOf(row.getString("from_stage")),
        Stage.valueOf(row.getString("to_stage")),
        row.getString("note"),
        new PersonId(row.getObject("by_person", UUID.class)),
        Move.State.valueOf(row.getString("state")),
        row.getString("failure"),
        row.getString("verdict"),
        Timestamps.read(row, "at"),
        row.getString("message_id"),
        texts(row.getArray("recipients")),
        row.getInt("attempts"),
        Timestamps.readNullable(row, "sent_at"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
