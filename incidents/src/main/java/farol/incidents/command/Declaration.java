package farol.incidents.command;

import farol.alerting.alert.AlertId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person declares.
 *
 * @param title may be missing with an alert, whose summary then stands
 * @param services slugs; empty means those of the alerts
 * @param pageCommander null means: for SEV1 and SEV2, when nobody trained takes command
 * @param milestones what is known beyond the declaration itself
 */
public record Declaration(
    @Nullable String title,
    IncidentSeverity severity,
    @Nullable String summary,
    List<AlertId> alerts,
    List<String> services,
    boolean takeCommand,
    @Nullable Boolean pageCommander,
    Map<Milestone, Instant> milestones) {
  public Declaration {
    alerts = List.copyOf(alerts);
    services = List.copyOf(services);
    milestones = Map.copyOf(milestones);
  }
}
