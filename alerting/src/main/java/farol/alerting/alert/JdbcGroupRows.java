package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of alert groups. Every method joins the caller's transaction. */
@Component
class JdbcGroupRows {
  private static final String ROW =
      """
      select id, cause_id, state, acknowledged_by, acknowledged_at from alerting.alert_group
      """;

  private final JdbcClient jdbc;

  JdbcGroupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AlertGroup> group(AlertGroupId id) {
    return jdbc.sql(
            """
            select g.id, g.cause_id, c.number, c.dedup_key, g.service_id, c.severity, c.urgency,
                   c.summary, g.state, g.acknowledged_by, g.policy_slug, g.incident_id,
                   c.accepted_at, g.view_path
            from alerting.alert_group g join alerting.alert c on c.id = g.cause_id
            where g.id = :id
            """)
        .param("id", id.value())
        .query(JdbcGroupRows::group)
        .optional();
  }

  /** Makes the group of a new alert; false when the sender's key has an open group already. */
  boolean insert(Alert cause, @Nullable String groupKey, Origin origin, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.alert_group
                    (id, cause_id, integration_id, service_id, group_key, state, policy_slug,
                     incident_id, view_path, opened_at)
                values (:id, :cause, :integration, :service, :key, 'TRIGGERED', :policy,
                        :incident, :view, :now)
                on conflict (integration_id, group_key)
                    where state <> 'RESOLVED' and group_key is not null do nothing
                """)
            .param("id", cause.group().value())
            .param("cause", cause.id().value())
            .param("integration", origin.integration().value())
            .param("service", origin.service().value())
            .param("key", groupKey)
            .param("policy", origin.policySlug())
            .param("incident", origin.incident() == null ? null : origin.incident().value())
            .param("view", origin.viewPath())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Locks the open group of the sender's key. */
  Optional<AlertGroupId> lockOpen(IntegrationId integration, String groupKey) {
    return jdbc.sql(
            """
            select id from alerting.alert_group
            where integration_id = :integration and group_key = :key and state <> 'RESOLVED'
            for update
            """)
        .param("integration", integration.value())
        .param("key", groupKey)
        .query(UUID.class)
        .optional()
        .map(AlertGroupId::new);
  }

  Optional<GroupRow> lock(AlertGroupId id, boolean fresh) {
    return jdbc.sql(ROW + "where id = :id for update")
        .param("id", id.value())
        .query((row, _) -> row(row, fresh))
        .optional();
  }

  void set(GroupRow group) {
    jdbc.sql(
            """
            update alerting.alert_group
            set cause_id = :cause, state = :state, acknowledged_by = :by, acknowledged_at = :at,
                page_again_at = null
            where id = :id
            """)
        .param("id", group.id().value())
        .param("cause", group.cause().value())
        .param("state", group.state().name())
        .param("by", group.acknowledgedBy() == null ? null : group.acknowledgedBy().value())
        .param("at", Timestamps.ofNullable(group.acknowledgedAt()))
        .update();
  }

  void pageAgainAt(AlertGroupId id, Instant at) {
    jdbc.sql("update alerting.alert_group set page_again_at = :at where id = :id")
        .param("at", Timestamps.of(at))
        .param("id", id.value())
        .update();
  }

  /** Claims groups whose quiet time is over, skipping those another node holds. */
  List<AlertGroupId> claimPagingAgain(Instant now, int limit) {
    return jdbc.sql(
            """
            update alerting.alert_group set page_again_at = null
            where id in (select id from alerting.alert_group
                         where page_again_at <= :now order by page_again_at limit :limit
                         for update skip locked)
            returning id
            """)
        .param("now", Timestamps.of(now))
        .param("limit", limit)
        .query((row, _) -> new AlertGroupId(row.getObject("id", UUID.class)))
        .list();
  }

  /** The groups of these alerts now belong to the incident. */
  void link(Collection<AlertId> alerts, IncidentId incident) {
    jdbc.sql(
            """
            update alerting.alert_group set incident_id = :incident
            where id in (select group_id from alerting.alert where id in (:alerts))
            """)
        .param("incident", incident.value())
        .param("alerts", alerts.stream().map(AlertId::value).toList())
        .update();
  }

  /** Marks the incident's groups as handed up and answers those that were not before. */
  List<AlertGroupId> handUp(IncidentId incident, Instant now) {
    return jdbc.sql(
            """
            update alerting.alert_group set handed_up_at = :now, page_again_at = null
            where incident_id = :incident and handed_up_at is null and state <> 'RESOLVED'
            returning id
            """)
        .param("incident", incident.value())
        .param("now", Timestamps.of(now))
        .query((row, _) -> new AlertGroupId(row.getObject("id", UUID.class)))
        .list();
  }

  private static GroupRow row(ResultSet row, boolean fresh) throws SQLException {
    return new GroupRow(
        new AlertGroupId(row.getObject("id", UUID.class)),
        new AlertId(row.getObject("cause_id", UUID.class)),
        AlertState.valueOf(row.getString("state")),
        person(row),
        Timestamps.readNullable(row, "acknowledged_at"),
        fresh);
  }

  private static AlertGroup group(ResultSet row, int number) throws SQLException {
    var incident = row.getObject("incident_id", UUID.class);
    return new AlertGroup(
        new AlertGroupId(row.getObject("id", UUID.class)),
        new AlertId(row.getObject("cause_id", UUID.class)),
        row.getLong("number"),
        row.getString("dedup_key"),
        new ServiceId(row.getObject("service_id", UUID.class)),
        Severity.valueOf(row.getString("severity")),
        Urgency.valueOf(row.getString("urgency")),
        row.getString("summary"),
        AlertState.valueOf(row.getString("state")),
        person(row),
        row.getString("policy_slug"),
        incident == null ? null : new IncidentId(incident),
        Timestamps.read(row, "accepted_at"),
        row.getString("view_path"));
  }

  private static @Nullable PersonId person(ResultSet row) throws SQLException {
    var person = row.getObject("acknowledged_by", UUID.class);
    return person == null ? null : new PersonId(person);
  }
}
