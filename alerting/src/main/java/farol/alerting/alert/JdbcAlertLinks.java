package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties alerts to incidents. */
@Service
class JdbcAlertLinks implements AlertLinks {
  private static final String SUMMARY =
      """
      select a.id, a.group_id, a.number, a.service_id, a.severity, a.summary, a.accepted_at,
             a.acknowledged_at, a.resolved_at, g.incident_id
      from alerting.alert a join alerting.alert_group g on g.id = a.group_id
      """;

  private final JdbcClient jdbc;
  private final JdbcAlerts alerts;
  private final JdbcGroupRows groups;
  private final AlertHistory history;
  private final Escalation escalation;

  JdbcAlertLinks(
      JdbcClient jdbc,
      JdbcAlerts alerts,
      JdbcGroupRows groups,
      AlertHistory history,
      Escalation escalation) {
    this.jdbc = jdbc;
    this.alerts = alerts;
    this.groups = groups;
    this.history = history;
    this.escalation = escalation;
  }

  @Override
  public Optional<AlertSummary> alert(AlertId id) {
    return jdbc.sql(SUMMARY + "where a.id = :id")
        .param("id", id.value())
        .query(JdbcAlertLinks::summary)
        .optional();
  }

  @Override
  public List<AlertSummary> ofIncident(IncidentId incident) {
    return jdbc.sql(SUMMARY + "where g.incident_id = :incident order by a.number")
        .param("incident", incident.value())
        .query(JdbcAlertLinks::summary)
        .list();
  }

  @Override
  @Transactional
  public void link(Collection<AlertId> linked, IncidentId incident, Instant now) {
    if (linked.isEmpty()) {
      return;
    }
    groups.link(linked, incident);
    for (var alert : linked) {
      history.add(alert, now, AlertHistory.Type.LINKED, null, "incident/" + incident.value());
    }
  }

  @Override
  @Transactional
  public void handUp(IncidentId incident, Instant now) {
    for (var group : groups.handUp(incident, now)) {
      for (var alert : alerts.members(group)) {
        if (alert.outcome() == null) {
          alerts.outcome(List.of(alert.id()), Outcome.HANDED_UP);
          history.add(alert.id(), now, AlertHistory.Type.HANDED_UP, null, null);
        }
      }
      escalation.end(group, Escalation.End.HANDED_UP, now);
    }
  }

  private static AlertSummary summary(ResultSet row, int number) throws SQLException {
    var incident = row.getObject("incident_id", UUID.class);
    return new AlertSummary(
        new AlertId(row.getObject("id", UUID.class)),
        new AlertGroupId(row.getObject("group_id", UUID.class)),
        row.getLong("number"),
        new ServiceId(row.getObject("service_id", UUID.class)),
        Severity.valueOf(row.getString("severity")),
        row.getString("summary"),
        Timestamps.read(row, "accepted_at"),
        Timestamps.readNullable(row, "acknowledged_at"),
        Timestamps.readNullable(row, "resolved_at"),
        incident == null ? null : new IncidentId(incident));
  }
}
