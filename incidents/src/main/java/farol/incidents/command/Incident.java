package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coordinated response.
 *
 * @param number how people call it: INC-465
 * @param summary what customers suffer, in a sentence or two
 * @param services slugs of the services it touches
 * @param version grows with every change
 * @param situationVersion grows when severity, state, impact or components change
 */
public record Incident(
    IncidentId id,
    long number,
    IncidentKind kind,
    IncidentState state,
    IncidentSeverity severity,
    String title,
    @Nullable String summary,
    PersonId reporter,
    List<String> services,
    Milestones milestones,
    long version,
    int situationVersion,
    @Nullable IncidentId mergedInto) {
  public static final int TITLE_MAX = 200;
  public static final int SUMMARY_MAX = 2000;
  public static final int REASON_MAX = 1000;
  public static final int SERVICES_MAX = 50;
  public static final int ALERTS_MAX = 500;

  public Incident {
    if (title.isBlank() || title.length() > TITLE_MAX) {
      throw new IllegalArgumentException("A title has 1 to %d characters".formatted(TITLE_MAX));
    }
    services = List.copyOf(services);
  }

  /** As sentences call it. */
  public String key() {
    return "INC-" + number;
  }

  /** Where a responder lands. */
  public String path() {
    return "/incidents/" + number;
  }

  Incident in(IncidentState next) {
    return changed(next, severity, title, summary, services, milestones, mergedInto, true);
  }

  Incident at(IncidentSeverity next) {
    return changed(state, next, title, summary, services, milestones, mergedInto, true);
  }

  Incident with(Milestones next) {
    return changed(state, severity, title, summary, services, next, mergedInto, false);
  }

  Incident into(IncidentId other) {
    return changed(state, severity, title, summary, services, milestones, other, false);
  }

  /** The situation moved in a way that this record does not hold, for example its components. */
  Incident moved() {
    return changed(state, severity, title, summary, services, milestones, mergedInto, true);
  }

  Incident told(String newTitle, @Nullable String newSummary, List<String> newServices) {
    var moved = !java.util.Objects.equals(summary, newSummary) || !services.equals(newServices);
    return changed(
        state, severity, newTitle, newSummary, newServices, milestones, mergedInto, moved);
  }

  private Incident changed(
      IncidentState newState,
      IncidentSeverity newSeverity,
      String newTitle,
      @Nullable String newSummary,
      List<String> newServices,
      Milestones newMilestones,
      @Nullable IncidentId into,
      boolean moved) {
    return new Incident(
        id,
        number,
        kind,
        newState,
        newSeverity,
        newTitle,
        newSummary,
        reporter,
        newServices,
        newMilestones,
        version,
        moved ? situationVersion + 1 : situationVersion,
        into);
  }
}
