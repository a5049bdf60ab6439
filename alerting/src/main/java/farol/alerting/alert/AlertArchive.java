package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Grouping;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in alerts that are over, with the times they had. Nobody is paged and no event is sent. */
@Service
public class AlertArchive {
  private final JdbcAlerts alerts;
  private final JdbcGroupRows groups;
  private final AlertHistory history;

  AlertArchive(JdbcAlerts alerts, JdbcGroupRows groups, AlertHistory history) {
    this.alerts = alerts;
    this.groups = groups;
    this.history = history;
  }

  /** When an alert was accepted, who had it since when, and when its sender said it was over. */
  public record Course(
      Instant acceptedAt, PersonId acknowledgedBy, Instant acknowledgedAt, Instant resolvedAt) {
    public Course {
      if (acknowledgedAt.isBefore(acceptedAt) || resolvedAt.isBefore(acknowledgedAt)) {
        throw new IllegalArgumentException("An alert is accepted, acknowledged, then resolved");
      }
    }
  }

  /** Writes one alert as it was; an administrator's work. */
  @Transactional
  public AlertId add(Actor actor, Integration integration, News.Trigger news, Course course) {
    actor.mustBe(Role.ADMIN);
    var origin = Origin.of(integration, Grouping.NONE);
    var acceptedAt = course.acceptedAt();
    var alert =
        alerts
            .insert(integration.id(), integration.service(), news, acceptedAt)
            .orElseThrow(() -> Refusal.conflict("open", "An alert of this key is open"));
    var id = alert.id();
    groups.insert(alert, null, origin, acceptedAt);
    history.add(id, acceptedAt, AlertHistory.Type.TRIGGERED, null, null);
    var by = course.acknowledgedBy();
    alerts.acknowledge(List.of(id), by, course.acknowledgedAt());
    history.add(id, course.acknowledgedAt(), AlertHistory.Type.ACKNOWLEDGED, by, null);
    alerts.resolve(id, Resolution.SENDER, course.resolvedAt(), course.resolvedAt());
    history.add(id, course.resolvedAt(), AlertHistory.Type.RESOLVED, null, "By the sender");
    groups.set(new GroupRow(alert.group(), id, AlertState.RESOLVED, null, null, false));
    return id;
  }
}
