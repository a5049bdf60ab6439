package farol.alerting.alert;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Documents;
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

/** The rows of alerts. Every method joins the caller's transaction. */
@Component
class JdbcAlerts {
  private static final String ALERT =
      """
      select id, number, integration_id, dedup_key, group_id, service_id, severity, urgency,
             summary, state, outcome, accepted_at, starts_at, ends_at, acknowledged_at,
             acknowledged_by, resolved_at, resolution
      from alerting.alert
      """;

  private final JdbcClient jdbc;

  JdbcAlerts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Alert> alert(AlertId id) {
    return jdbc.sql(ALERT + "where id = :id")
        .param("id", id.value())
        .query(JdbcAlerts::alert)
        .optional();
  }

  /** Locks the alert of this key that is not resolved. */
  Optional<Alert> lockOpen(IntegrationId integration, String dedupKey) {
    return jdbc.sql(
            ALERT
                + """
                where integration_id = :integration and dedup_key = :key and state <> 'RESOLVED'
                for update
                """)
        .param("integration", integration.value())
        .param("key", dedupKey)
        .query(JdbcAlerts::alert)
        .optional();
  }

  /** Lets one transaction at a time take in news of this key; taken before any row is locked. */
  void lockKey(IntegrationId integration, String dedupKey) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", integration.value() + "/" + dedupKey)
        .query((_, _) -> true)
        .single();
  }

  Optional<Alert> lastResolved(IntegrationId integration, String dedupKey) {
    return jdbc.sql(
            ALERT
                + """
                where integration_id = :integration and dedup_key = :key and state = 'RESOLVED'
                order by number desc limit 1
                """)
        .param("integration", integration.value())
        .param("key", dedupKey)
        .query(JdbcAlerts::alert)
        .optional();
  }

  /** Locks the unresolved members of a group in the order in which intake locks alerts. */
  List<Alert> lockOpenMembers(AlertGroupId group) {
    return jdbc.sql(
            ALERT
                + """
                where group_id = :group and state <> 'RESOLVED'
                order by integration_id, dedup_key
                for update
                """)
        .param("group", group.value())
        .query(JdbcAlerts::alert)
        .list();
  }

  List<Alert> members(AlertGroupId group) {
    return jdbc.sql(ALERT + "where group_id = :group order by number")
        .param("group", group.value())
        .query(JdbcAlerts::alert)
        .list();
  }

  /** Opens an alert; answers nothing when another transaction has opened this key meanwhile. */
  Optional<Alert> insert(
      IntegrationId integration, ServiceId service, News.Trigger news, Instant now) {
    var content = news.content();
    return jdbc.sql(
            """
            insert into alerting.alert
                (id, integration_id, dedup_key, group_id, service_id, severity, urgency, state,
                 summary, source, labels, details, links, count, flap_count, accepted_at,
                 last_seen_at, starts_at)
            values (:id, :integration, :key, :group, :service, :severity, :urgency, 'TRIGGERED',
                    :summary, :source, :labels, :details, :links, 1, 0, :now, :now, :starts)
            on conflict (integration_id, dedup_key) where state <> 'RESOLVED' do nothing
            returning id, number, integration_id, dedup_key, group_id, service_id, severity,
                urgency, summary, state, outcome, accepted_at, starts_at, ends_at,
                acknowledged_at, acknowledged_by, resolved_at, resolution
            """)
        .param("id", UUID.randomUUID())
        .param("integration", integration.value())
        .param("key", news.dedupKey())
        .param("group", UUID.randomUUID())
        .param("service", service.value())
        .param("severity", content.severity().name())
        .param("urgency", content.urgency().name())
        .param("summary", content.summary())
        .param("source", content.source())
        .param("labels", Documents.of(content.labels()))
        .param("details", Documents.of(content.details()))
        .param("links", Documents.of(content.links()))
        .param("now", Timestamps.of(now))
        .param("starts", Timestamps.ofNullable(news.senderAt()))
        .query(JdbcAlerts::alert)
        .optional();
  }

  /**
   * Opens a resolved alert again; one that was acknowledged stays so. Answers nothing when another
   * transaction has done it meanwhile.
   */
  Optional<Alert> reopen(Alert alert, News.Trigger news, Instant now) {
    return jdbc.sql(
            """
            update alerting.alert
            set state = case when acknowledged_at is null then 'TRIGGERED' else 'ACKNOWLEDGED' end,
                outcome = case when acknowledged_at is null then null else 'ACKNOWLEDGED' end,
                resolved_at = null, resolution = null, ends_at = null, starts_at = :starts,
                count = count + 1, flap_count = flap_count + 1, accepted_at = :now,
                last_seen_at = :now
            where id = :id and state = 'RESOLVED'
            returning id, number, integration_id, dedup_key, group_id, service_id, severity,
                urgency, summary, state, outcome, accepted_at, starts_at, ends_at,
                acknowledged_at, acknowledged_by, resolved_at, resolution
            """)
        .param("id", alert.id().value())
        .param("starts", Timestamps.ofNullable(news.senderAt()))
        .param("now", Timestamps.of(now))
        .query(JdbcAlerts::alert)
        .optional();
  }

  /** Counts a repeat; the worst severity told stays. */
  void repeat(Alert alert, Severity severity, Instant now) {
    jdbc.sql(
            """
            update alerting.alert
            set count = count + 1, last_seen_at = :now, severity = :severity
            where id = :id
            """)
        .param("id", alert.id().value())
        .param("severity", severity.name())
        .param("now", Timestamps.of(now))
        .update();
  }

  void acknowledge(Collection<AlertId> alerts, @Nullable PersonId by, Instant at) {
    jdbc.sql(
            """
            update alerting.alert
            set state = 'ACKNOWLEDGED', acknowledged_at = :at, acknowledged_by = :by,
                outcome = coalesce(outcome, 'ACKNOWLEDGED')
            where id in (:ids) and state <> 'RESOLVED'
            """)
        .param("ids", values(alerts))
        .param("by", by == null ? null : by.value())
        .param("at", Timestamps.of(at))
        .update();
  }

  void unacknowledge(Collection<AlertId> alerts) {
    jdbc.sql(
            """
            update alerting.alert
            set state = 'TRIGGERED', acknowledged_at = null, acknowledged_by = null,
                outcome = case outcome when 'ACKNOWLEDGED' then null else outcome end
            where id in (:ids) and state = 'ACKNOWLEDGED'
            """)
        .param("ids", values(alerts))
        .update();
  }

  void resolve(AlertId alert, Resolution resolution, @Nullable Instant endsAt, Instant now) {
    jdbc.sql(
            """
            update alerting.alert
            set state = 'RESOLVED', resolved_at = :now, resolution = :resolution, ends_at = :ends,
                outcome = coalesce(outcome, 'RESOLVED')
            where id = :id and state <> 'RESOLVED'
            """)
        .param("id", alert.value())
        .param("resolution", resolution.name())
        .param("ends", Timestamps.ofNullable(endsAt))
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Sets the outcome of those alerts whose duty is still open. */
  void outcome(Collection<AlertId> alerts, Outcome outcome) {
    if (alerts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update alerting.alert set outcome = :outcome where id in (:ids) and outcome is null
            """)
        .param("ids", values(alerts))
        .param("outcome", outcome.name())
        .update();
  }

  void move(AlertId alert, AlertGroupId group) {
    jdbc.sql("update alerting.alert set group_id = :group where id = :id")
        .param("group", group.value())
        .param("id", alert.value())
        .update();
  }

  private static List<UUID> values(Collection<AlertId> alerts) {
    return alerts.stream().map(AlertId::value).toList();
  }

  private static Alert alert(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    var resolution = row.getString("resolution");
    var person = row.getObject("acknowledged_by", UUID.class);
    return new Alert(
        new AlertId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        new IntegrationId(row.getObject("integration_id", UUID.class)),
        row.getString("dedup_key"),
        new AlertGroupId(row.getObject("group_id", UUID.class)),
        new ServiceId(row.getObject("service_id", UUID.class)),
        Severity.valueOf(row.getString("severity")),
        Urgency.valueOf(row.getString("urgency")),
        row.getString("summary"),
        AlertState.valueOf(row.getString("state")),
        outcome == null ? null : Outcome.valueOf(outcome),
        Timestamps.read(row, "accepted_at"),
        Timestamps.readNullable(row, "starts_at"),
        Timestamps.readNullable(row, "ends_at"),
        Timestamps.readNullable(row, "acknowledged_at"),
        person == null ? null : new PersonId(person),
        Timestamps.readNullable(row, "resolved_at"),
        resolution == null ? null : Resolution.valueOf(resolution));
  }
}
