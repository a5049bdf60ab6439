package farol.runbooks.devcloud;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores faults. One that ended stays: the past is computed from it. */
@Component("devcloudJdbcFaults")
class JdbcFaults {
  private final JdbcClient jdbc;

  JdbcFaults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of their creation, ended ones included. */
  List<Fault> all() {
    return jdbc.sql("select * from runbooks.devcloud_fault order by seq")
        .query(JdbcFaults::fault)
        .list();
  }

  void insert(Fault fault) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_fault (id, kind, match, times, used, probability,
              latency_millis, status, error_id, factor, from_at, until_at)
            values (:id, :kind, :match, :times, 0, :probability, :latency, :status, :errorId,
              :factor, :from, :until)
            """)
        .param("id", fault.id())
        .param("kind", fault.kind().name())
        .param("match", Documents.of(fault.match()))
        .param("times", fault.times())
        .param("probability", fault.probability())
        .param("latency", fault.latency().toMillis())
        .param("status", fault.status())
        .param("errorId", fault.errorId())
        .param("factor", fault.factor())
        .param("from", Timestamps.of(fault.from()))
        .param("until", Timestamps.ofNullable(fault.until()))
        .update();
  }

  /** Takes one of its times; false when another request took the last. */
  boolean use(UUID fault) {
    return jdbc.sql(
                """
                update runbooks.devcloud_fault set used = used + 1
                where id = :id and (times is null or used < times)
                """)
            .param("id", fault)
            .update()
        == 1;
  }

  /** Ends the fault, unless it ended before. */
  void end(UUID fault, Instant at) {
    jdbc.sql(
            """
            update runbooks.devcloud_fault set until_at = :at
            where id = :id and (until_at is null or until_at > :at)
            """)
        .param("id", fault)
        .param("at", Timestamps.of(at))
        .update();
  }

  private static Fault fault(ResultSet row, int number) throws SQLException {
    return new Fault(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        FaultKind.valueOf(row.getString("kind")),
        Documents.read(row.getString("match"), FaultMatch.class),
        row.getObject("times", Integer.class),
        row.getInt("used"),
        row.getDouble("probability"),
        Duration.ofMillis(row.getLong("latency_millis")),
        row.getInt("status"),
        row.getString("error_id"),
        row.getDouble("factor"),
        Timestamps.read(row, "from_at"),
        Timestamps.readNullable(row, "until_at"));
  }
}
