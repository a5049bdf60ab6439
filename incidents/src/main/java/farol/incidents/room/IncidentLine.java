package farol.incidents.room;

import farol.alerting.catalog.IncidentId;
import farol.alerting.door.PersonName;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.retrospective.RetrospectiveState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident in one line of a list. */
public record IncidentLine(
    IncidentId id,
    long number,
    String title,
    @Nullable String summary,
    IncidentSeverity severity,
    IncidentState state,
    @Nullable PersonName commander,
    boolean acting,
    List<String> services,
    Instant declaredAt,
    @Nullable Instant resolvedAt,
    Silence silence,
    @Nullable RetrospectiveState retrospective) {
  public String key() {
    return "INC-" + number;
  }

  public String path() {
    return "/incidents/" + number;
  }
}
