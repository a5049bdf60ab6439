package farol.checklists.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The accepted statement that a check does not apply to the service, until its review. */
public record TailoringFact(String check, @Nullable Instant approvedAt, Instant reviewBy) {
  boolean covers(Instant at, Instant known) {
    return approvedAt != null && !approvedAt.isAfter(known) && at.isBefore(reviewBy);
  }
}
