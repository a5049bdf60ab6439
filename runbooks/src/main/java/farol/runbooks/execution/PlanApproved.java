package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published when somebody agreed to a plan. */
public record PlanApproved(
    UUID plan,
    String runbook,
    @Nullable IncidentId incident,
    PersonId by,
    String sentence,
    Instant at) {}
