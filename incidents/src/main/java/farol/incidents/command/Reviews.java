package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an incident follow its retrospective. Joins the transaction that moves it. */
@Service
public class Reviews {
  private final JdbcIncidents incidents;
  private final Chronicle chronicle;

  Reviews(JdbcIncidents incidents, Chronicle chronicle) {
    this.incidents = incidents;
    this.chronicle = chronicle;
  }

  /** The incident, locked; refuses one that is open, which a retrospective never changes. */
  @Transactional
  public Incident lockEnded(IncidentId id) {
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (incident.state().open()) {
      throw Refusal.conflict(
          "incident-open", "%s is open again: resolve it first".formatted(incident.key()));
    }
    return incident;
  }

  /** Moves the incident to RESOLVED, IN_REVIEW or CLOSED, as its retrospective says. */
  @Transactional
  public void follow(Actor actor, IncidentId id, IncidentState to, Instant now) {
    var incident = lockEnded(id);
    if (!to.reviewable()) {
      throw new IllegalArgumentException("A retrospective does not lead to " + to);
    }
    if (incident.state() == to) {
      return;
    }
    var saved = incidents.save(incident.in(to));
    chronicle.row(actor, saved, RowSource.STATE, to.word(), Map.of("state", to.name()), now);
  }
}
