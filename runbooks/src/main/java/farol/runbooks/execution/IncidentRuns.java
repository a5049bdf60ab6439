package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs made under an incident. */
public interface IncidentRuns {
  /**
   * A run in one line.
   *
   * @param status as the run's own door answers it
   * @param finished false while it is PAUSED, RUNNING, WAITING or NEEDS_DECISION
   * @param undoAvailable whether its changes stand and can be undone
   */
  record RunLine(
      UUID id,
      String runbook,
      String title,
      String status,
      boolean finished,
      boolean undoAvailable,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  /** Oldest first. */
  List<RunLine> of(IncidentId incident);
}
