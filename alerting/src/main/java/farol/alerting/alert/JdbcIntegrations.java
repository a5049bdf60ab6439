package farol.alerting.alert;

import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rows of integrations and their keys. Every method joins the caller's transaction. */
@Component
class JdbcIntegrations {
  private static final String INTEGRATION =
      """
      select i.id, current.key, i.kind, i.name, i.service_id, i.doors::text as doors,
             (select max(s.received_at) from alerting.signal s
              where s.integration_id = i.id) as last_received_at
      from alerting.integration i
      join alerting.integration_key current
          on current.integration_id = i.id and current.retires_at is null
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcIntegrations(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The integration of a current key, or of a former one that still works. */
  Optional<Integration> byKey(String key) {
    return jdbc.sql(
            """
            select i.id, k.key, i.kind, i.name, i.service_id, i.doors::text as doors,
                   null::timestamptz as last_received_at
            from alerting.integration_key k
            join alerting.integration i on i.id = k.integration_id
            where k.key = :key and (k.retires_at is null or k.retires_at > :now)
            """)
        .param("key", key)
        .param("now", Timestamps.of(clock.instant()))
        .query(JdbcIntegrations::integration)
        .optional();
  }

  Optional<Integration> integration(IntegrationId id) {
    return jdbc.sql(INTEGRATION + "where i.id = :id")
        .param("id", id.value())
        .query(JdbcIntegrations::integration)
        .optional();
  }

  /** Oldest first. */
  List<Integration> all() {
    return jdbc.sql(INTEGRATION + "order by i.position")
        .query(JdbcIntegrations::integration)
        .list();
  }

  void insert(Integration integration, Instant now) {
    jdbc.sql(
            """
            insert into alerting.integration (id, kind, name, service_id, doors, created_at)
            values (:id, :kind, :name, :service, :doors, :now)
            """)
        .param("id", integration.id().value())
        .param("kind", integration.kind().name())
        .param("name", integration.name())
        .param("service", integration.service().value())
        .param("doors", integration.doors().isEmpty() ? null : Documents.of(integration.doors()))
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Answers false, and writes nothing, when the key is taken. */
  boolean insertKey(IntegrationId integration, String key, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.integration_key (key, integration_id, created_at)
                values (:key, :integration, :now)
                on conflict on constraint integration_key_pk do nothing
                """)
            .param("key", key)
            .param("integration", integration.value())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** The current key works until {@code until}, and is current no longer. */
  void retireKey(IntegrationId integration, Instant until) {
    jdbc.sql(
            """
            update alerting.integration_key set retires_at = :until
            where integration_id = :integration and retires_at is null
            """)
        .param("integration", integration.value())
        .param("until", Timestamps.of(until))
        .update();
  }

  private static Integration integration(ResultSet row, int number) throws SQLException {
    var doors = row.getString("doors");
    return new Integration(
        new IntegrationId(row.getObject("id", UUID.class)),
        row.getString("key"),
        IntegrationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        new ServiceId(row.getObject("service_id", UUID.class)),
        doors == null
            ? Set.of()
            : Documents.read(doors, new TypeReference<Set<IntegrationKind>>() {}),
        Timestamps.readNullable(row, "last_received_at"));
  }
}
