package farol.runbooks.library;

import java.time.Instant;
import java.util.Map;

/** What the library asks about runs, to say how fresh a runbook is. */
public interface RunHistory {
  /** The newest ended run of a runbook. */
  record LastRun(Instant at, boolean failed) {}

  /** By runbook id; a runbook that was never run is absent. */
  Map<String, LastRun> last();
}
