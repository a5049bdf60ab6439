package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups as escalation and notification see them, over the same desk that people use. */
@Service
class JdbcAlertGroups implements AlertGroups {
  private final JdbcAlerts alerts;
  private final JdbcGroupRows groups;
  private final AlertHistory history;
  private final AlertDesk desk;

  JdbcAlertGroups(JdbcAlerts alerts, JdbcGroupRows groups, AlertHistory history, AlertDesk desk) {
    this.alerts = alerts;
    this.groups = groups;
    this.history = history;
    this.desk = desk;
  }

  @Override
  public Optional<AlertGroup> group(AlertGroupId id) {
    return groups.group(id);
  }

  /** A signed link was sent to the person who uses it: it needs no role. */
  @Override
  @Transactional
  public AlertGroup acknowledge(AlertGroupId id, Actor actor, Instant now) {
    if (actor.via() != Actor.Via.LINK) {
      actor.mustBe(Role.RESPONDER);
    }
    desk.acknowledge(actor, id, now);
    return groups.group(id).orElseThrow();
  }

  @Override
  @Transactional
  public void exhausted(AlertGroupId id, Instant now) {
    for (var alert : alerts.lockOpenMembers(id)) {
      if (alert.outcome() == null) {
        alerts.outcome(java.util.List.of(alert.id()), Outcome.EXHAUSTED);
        history.add(alert.id(), now, AlertHistory.Type.EXHAUSTED, null, null);
      }
    }
  }
}
