package farol.runbooks.devcloud;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores apps and their settings. */
@Component("devcloudJdbcApps")
class JdbcApps {
  private final JdbcClient jdbc;

  JdbcApps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CloudApp> find(String nameOrId) {
    return find(nameOrId, "");
  }

  /** The app, locked: its changes happen one after the other. */
  Optional<CloudApp> lock(String nameOrId) {
    return find(nameOrId, " for update");
  }

  private Optional<CloudApp> find(String nameOrId, String suffix) {
    return jdbc.sql(
            "select * from runbooks.devcloud_app where name = :key or id::text = :key" + suffix)
        .param("key", nameOrId)
        .query(JdbcApps::app)
        .optional();
  }

  List<CloudApp> all() {
    return jdbc.sql("select * from runbooks.devcloud_app order by name")
        .query(JdbcApps::app)
        .list();
  }

  long count() {
    return jdbc.sql("select count(*) from runbooks.devcloud_app").query(Long.class).single();
  }

  void insert(CloudApp app) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_app (id, name, region, owner, owner_id, maintenance,
              created_at, updated_at, released_at, suffix, seed)
            values (:id, :name, :region, :owner, :ownerId, :maintenance, :createdAt, :updatedAt,
              :releasedAt, :suffix, :seed)
            """)
        .param("id", app.id())
        .param("name", app.name())
        .param("region", app.region().wire())
        .param("owner", app.owner().email())
        .param("ownerId", app.owner().id())
        .param("maintenance", app.maintenance())
        .param("createdAt", Timestamps.of(app.createdAt()))
        .param("updatedAt", Timestamps.of(app.updatedAt()))
        .param("releasedAt", Timestamps.ofNullable(app.releasedAt()))
        .param("suffix", app.suffix())
        .param("seed", app.seed())
        .update();
  }

  void update(CloudApp app) {
    jdbc.sql(
            """
            update runbooks.devcloud_app
            set name = :name, maintenance = :maintenance, updated_at = :updatedAt,
              released_at = :releasedAt
            where id = :id
            """)
        .param("id", app.id())
        .param("name", app.name())
        .param("maintenance", app.maintenance())
        .param("updatedAt", Timestamps.of(app.updatedAt()))
        .param("releasedAt", Timestamps.ofNullable(app.releasedAt()))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from runbooks.devcloud_app where id = :id").param("id", id).update();
  }

  void insert(Setting setting) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_setting (app, from_at, maintenance, requests_per_second,
              capacity_per_dyno, service_seconds, daily_curve)
            values (:app, :from, :maintenance, :requests, :capacity, :service, :curve)
            """)
        .param("app", setting.app())
        .param("from", Timestamps.of(setting.from()))
        .param("maintenance", setting.maintenance())
        .param("requests", setting.traffic().requestsPerSecond())
        .param("capacity", setting.traffic().capacityPerDyno())
        .param("service", setting.traffic().serviceSeconds())
        .param("curve", setting.traffic().dailyCurve())
        .update();
  }

  List<Setting> settings() {
    return jdbc.sql("select * from runbooks.devcloud_setting order by from_at, seq")
        .query(JdbcApps::setting)
        .list();
  }

  List<Setting> settings(UUID app) {
    return jdbc.sql(
            "select * from runbooks.devcloud_setting where app = :app order by from_at, seq")
        .param("app", app)
        .query(JdbcApps::setting)
        .list();
  }

  private static CloudApp app(ResultSet row, int number) throws SQLException {
    return new CloudApp(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Region.named(row.getString("region")).orElseThrow(),
        new Account(row.getObject("owner_id", UUID.class), row.getString("owner"), false),
        row.getBoolean("maintenance"),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "updated_at"),
        Timestamps.readNullable(row, "released_at"),
        row.getString("suffix"),
        row.getLong("seed"));
  }

  private static Setting setting(ResultSet row, int number) throws SQLException {
    return new Setting(
        row.getObject("app", UUID.class),
        Timestamps.read(row, "from_at"),
        row.getBoolean("maintenance"),
        new Traffic(
            row.getDouble("requests_per_second"),
            row.getDouble("capacity_per_dyno"),
            row.getDouble("service_seconds"),
            row.getBoolean("daily_curve")));
  }
}
