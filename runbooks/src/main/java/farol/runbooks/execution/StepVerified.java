package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published when the effect of a step was seen on the platform. */
public record StepVerified(
    UUID run,
    String runbook,
    @Nullable IncidentId incident,
    @Nullable String app,
    PersonId by,
    String step,
    String sentence,
    Instant at) {}
