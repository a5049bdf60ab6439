package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what people do to an incident: the row on its timeline and the line in the audit trail.
 */
@Component
class Chronicle {
  private final Timeline timeline;
  private final Audit audit;

  Chronicle(Timeline timeline, Audit audit) {
    this.timeline = timeline;
    this.audit = audit;
  }

  void row(
      Actor actor,
      Incident incident,
      RowSource source,
      String text,
      Map<String, Object> payload,
      Instant at) {
    timeline.append(NewRow.by(actor, incident.id(), source, text, at).payload(payload), at);
  }

  /** A row about who commands: fit for the retrospective, naming the commander in its payload. */
  void command(
      Actor actor, Incident incident, String text, Map<String, Object> payload, Instant at) {
    timeline.append(
        NewRow.by(actor, incident.id(), RowSource.ROLE, text, at).payload(payload).curated(true),
        at);
  }

  /** What the house does by itself. */
  void byItself(Incident incident, RowSource source, String text, boolean curated, Instant at) {
    timeline.append(
        NewRow.of(RowActor.FAROL, incident.id(), source, text, at).curated(curated), at);
  }

  void audit(
      Actor actor,
      Incident incident,
      String action,
      @Nullable Object before,
      @Nullable Object after,
      Instant at) {
    audit.record(actor, at, "incident." + action, "incident/" + incident.number(), before, after);
  }
}
