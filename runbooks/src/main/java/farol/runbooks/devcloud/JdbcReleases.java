package farol.runbooks.devcloud;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Stores slugs and releases. */
@Component("devcloudJdbcReleases")
class JdbcReleases {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  JdbcReleases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Oldest first. */
  List<CloudRelease> all(UUID app) {
    return jdbc.sql("select * from runbooks.devcloud_release where app = :app order by version")
        .param("app", app)
        .query(JdbcReleases::release)
        .list();
  }

  Optional<CloudRelease> current(UUID app) {
    return jdbc.sql(
            """
            select * from runbooks.devcloud_release where app = :app
            order by version desc limit 1
            """)
        .param("app", app)
        .query(JdbcReleases::release)
        .optional();
  }

  void insert(CloudRelease release) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_release (id, app, version, slug, config, description,
              account, account_id, created_at)
            values (:id, :app, :version, :slug, :config, :description, :account, :accountId,
              :createdAt)
            """)
        .param("id", release.id())
        .param("app", release.app())
        .param("version", release.version())
        .param("slug", release.slug())
        .param("config", Documents.of(release.config()))
        .param("description", release.description())
        .param("account", release.account().email())
        .param("accountId", release.account().id())
        .param("createdAt", Timestamps.of(release.createdAt()))
        .update();
  }

  Optional<CloudSlug> slug(UUID app, String id) {
    return jdbc.sql("select * from runbooks.devcloud_slug where app = :app and id::text = :id")
        .param("app", app)
        .param("id", id)
        .query(JdbcReleases::slug)
        .optional();
  }

  void insert(CloudSlug slug) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_slug (id, app, process_types, commit, created_at)
            values (:id, :app, :processTypes, :commit, :createdAt)
            """)
        .param("id", slug.id())
        .param("app", slug.app())
        .param("processTypes", Documents.of(slug.processTypes()))
        .param("commit", slug.commit())
        .param("createdAt", Timestamps.of(slug.createdAt()))
        .update();
  }

  private static CloudRelease release(ResultSet row, int number) throws SQLException {
    return new CloudRelease(
        row.getObject("id", UUID.class),
        row.getObject("app", UUID.class),
        row.getInt("version"),
        row.getObject("slug", UUID.class),
        Documents.read(row.getString("config"), TEXTS),
        row.getString("description"),
        new Account(row.getObject("account_id", UUID.class), row.getString("account"), false),
        Timestamps.read(row, "created_at"));
  }

  private static CloudSlug slug(ResultSet row, int number) throws SQLException {
    return new CloudSlug(
        row.getObject("id", UUID.class),
        row.getObject("app", UUID.class),
        Documents.read(row.getString("process_types"), TEXTS),
        row.getString("commit"),
        Timestamps.read(row, "created_at"));
  }
}
