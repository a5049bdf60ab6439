package farol.checklists.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exception for one check, as far as the gate needs it. Null instants have not happened. */
public record WaiverFact(
    String id,
    String check,
    Instant start,
    Instant end,
    @Nullable Instant approvedAt,
    @Nullable Instant revokedAt) {
  public WaiverFact {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("A waiver ends after it starts");
    }
  }

  /** Whether it covers {@code at}, by what was known at {@code known}. */
  boolean covers(Instant at, Instant known) {
    return approvedAt != null
        && !approvedAt.isAfter(known)
        && !at.isBefore(start)
        && !at.isBefore(approvedAt)
        && at.isBefore(end)
        && (revokedAt == null || revokedAt.isAfter(known));
  }
}
