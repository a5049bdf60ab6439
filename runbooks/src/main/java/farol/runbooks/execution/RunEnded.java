package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published when a run reaches an end: SUCCEEDED, FAILED or STOPPED. */
public record RunEnded(
    UUID run,
    String runbook,
    @Nullable IncidentId incident,
    @Nullable String app,
    PersonId by,
    String outcome,
    String sentence,
    Instant at) {}
