package farol.runbooks.library;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a runbook can be trusted tonight.
 *
 * @param state one of four words: fresh, stale when its review is overdue, failing when its last
 *     run failed, never when it was never run
 */
public record Freshness(
    String state,
    @Nullable Instant lastRehearsal,
    @Nullable Instant lastRun,
    @Nullable LocalDate reviewBy) {
  static Freshness of(
      @Nullable LocalDate reviewBy, RunHistory.@Nullable LastRun last, LocalDate today) {
    var at = last == null ? null : last.at();
    if (reviewBy != null && today.isAfter(reviewBy)) {
      return new Freshness("stale", null, at, reviewBy);
    }
    if (last == null) {
      return new Freshness("never", null, null, reviewBy);
    }
    return new Freshness(last.failed() ? "failing" : "fresh", null, at, reviewBy);
  }
}
