package farol.runbooks.devcloud;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores formation and generations of dynos. */
@Component("devcloudJdbcDynos")
class JdbcDynos {
  private final JdbcClient jdbc;

  JdbcDynos(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CloudFormation> formation() {
    return jdbc.sql("select * from runbooks.devcloud_formation order by type")
        .query(JdbcDynos::process)
        .list();
  }

  List<CloudFormation> formation(UUID app) {
    return jdbc.sql("select * from runbooks.devcloud_formation where app = :app order by type")
        .param("app", app)
        .query(JdbcDynos::process)
        .list();
  }

  /** Inserts the row, or replaces that of the same app and type. */
  void write(CloudFormation row) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_formation
              (id, app, type, quantity, size, command, created_at, updated_at)
            values (:id, :app, :type, :quantity, :size, :command, :createdAt, :updatedAt)
            on conflict on constraint devcloud_formation_type_unique
            do update set quantity = :quantity, size = :size, command = :command,
              updated_at = :updatedAt
            """)
        .param("id", row.id())
        .param("app", row.app())
        .param("type", row.type())
        .param("quantity", row.quantity())
        .param("size", row.size().wire())
        .param("command", row.command())
        .param("createdAt", Timestamps.of(row.createdAt()))
        .param("updatedAt", Timestamps.of(row.updatedAt()))
        .update();
  }

  void remove(CloudFormation row) {
    jdbc.sql("delete from runbooks.devcloud_formation where id = :id")
        .param("id", row.id())
        .update();
  }

  long count() {
    return jdbc.sql("select count(*) from runbooks.devcloud_dyno where ended_at is null")
        .query(Long.class)
        .single();
  }

  /** All generations, ended ones included. */
  List<CloudDyno> all() {
    return jdbc.sql("select * from runbooks.devcloud_dyno order by type, index, started_at")
        .query(JdbcDynos::dyno)
        .list();
  }

  List<CloudDyno> all(UUID app) {
    return jdbc.sql(
            """
            select * from runbooks.devcloud_dyno where app = :app
            order by type, index, started_at
            """)
        .param("app", app)
        .query(JdbcDynos::dyno)
        .list();
  }

  List<CloudDyno> live(UUID app) {
    return jdbc.sql(
            """
            select * from runbooks.devcloud_dyno where app = :app and ended_at is null
            order by type, index
            """)
        .param("app", app)
        .query(JdbcDynos::dyno)
        .list();
  }

  void insert(CloudDyno dyno) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_dyno (id, app, type, index, size, command, release_id,
              release_version, started_at, seed)
            values (:id, :app, :type, :index, :size, :command, :releaseId, :releaseVersion,
              :startedAt, :seed)
            """)
        .param("id", dyno.id())
        .param("app", dyno.app())
        .param("type", dyno.type())
        .param("index", dyno.index())
        .param("size", dyno.size().wire())
        .param("command", dyno.command())
        .param("releaseId", dyno.releaseId())
        .param("releaseVersion", dyno.releaseVersion())
        .param("startedAt", Timestamps.of(dyno.startedAt()))
        .param("seed", dyno.seed())
        .update();
  }

  void end(UUID dyno, Instant at) {
    jdbc.sql("update runbooks.devcloud_dyno set ended_at = :at where id = :id")
        .param("at", Timestamps.of(at))
        .param("id", dyno)
        .update();
  }

  private static CloudFormation process(ResultSet row, int number) throws SQLException {
    return new CloudFormation(
        row.getObject("id", UUID.class),
        row.getObject("app", UUID.class),
        row.getString("type"),
        row.getInt("quantity"),
        DynoSize.named(row.getString("size")).orElseThrow(),
        row.getString("command"),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "updated_at"));
  }

  private static CloudDyno dyno(ResultSet row, int number) throws SQLException {
    return new CloudDyno(
        row.getObject("id", UUID.class),
        row.getObject("app", UUID.class),
        row.getString("type"),
        row.getInt("index"),
        DynoSize.named(row.getString("size")).orElseThrow(),
        row.getString("command"),
        row.getObject("release_id", UUID.class),
        row.getInt("release_version"),
        Timestamps.read(row, "started_at"),
        Timestamps.readNullable(row, "ended_at"),
        row.getLong("seed"));
  }
}
