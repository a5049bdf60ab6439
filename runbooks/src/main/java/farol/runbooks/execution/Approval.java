package farol.runbooks.execution;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's word on one plan.
 *
 * @param decision {@code approve} or {@code reject}
 */
public record Approval(
    UUID id,
    PersonId person,
    String decision,
    String comment,
    Instant at,
    @Nullable Instant recalledAt) {
  public boolean approves() {
    return decision.equals("approve");
  }
}
