package farol.incidents.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which incidents to list, newest first; null asks for any. */
public record IncidentQuery(
    @Nullable Set<IncidentState> states,
    @Nullable IncidentKind kind,
    @Nullable IncidentSeverity severity,
    @Nullable String service,
    @Nullable String text,
    @Nullable Long before,
    int limit) {
  private static final Set<IncidentState> OPEN =
      Set.of(IncidentState.TRIAGE, IncidentState.ACTIVE, IncidentState.MITIGATED);
  private static final int MANY = 200;

  public static IncidentQuery open() {
    return new IncidentQuery(OPEN, null, null, null, null, null, MANY);
  }

  /** The newest that are over. */
  public static IncidentQuery ended(int limit) {
    var ended = java.util.EnumSet.complementOf(java.util.EnumSet.copyOf(OPEN));
    return new IncidentQuery(Set.copyOf(ended), null, null, null, null, null, limit);
  }
}
