package farol.incidents.capture;

import farol.alerting.alert.AlertId;
import farol.alerting.catalog.IncidentId;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The alerts by which the house asks for a commander. They concern an incident and are not alerts
 * of it: their pages show on its timeline, they themselves do not.
 */
@Repository
public class CommanderAlerts {
  private final JdbcClient jdbc;

  CommanderAlerts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void raised(AlertId alert, IncidentId incident, Instant now) {
    jdbc.sql(
            """
            insert into incidents.commander_alert (alert_id, incident_id, raised_at)
            values (:alert, :incident, :now)
            on conflict (alert_id) do update set ended_at = null
            """)
        .param("alert", alert.value())
        .param("incident", incident.value())
        .param("now", Timestamps.of(now))
        .update();
  }

  public void ended(IncidentId incident, Instant now) {
    jdbc.sql(
            """
            update incidents.commander_alert set ended_at = :now
            where incident_id = :incident and ended_at is null
            """)
        .param("incident", incident.value())
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Whether a commander is being asked for. */
  public boolean underWay(IncidentId incident) {
    return jdbc.sql(
            """
            select exists (
              select from incidents.commander_alert
              where incident_id = :incident and ended_at is null)
            """)
        .param("incident", incident.value())
        .query(Boolean.class)
        .single();
  }

  public Optional<IncidentId> incidentOf(AlertId alert) {
    return jdbc.sql("select incident_id from incidents.commander_alert where alert_id = :alert")
        .param("alert", alert.value())
        .query(UUID.class)
        .optional()
        .map(IncidentId::new);
  }
}
