package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published when a run begins; {@code sentence} is fit for a timeline. */
public record RunStarted(
    UUID run,
    String runbook,
    @Nullable IncidentId incident,
    @Nullable String app,
    PersonId by,
    String sentence,
    Instant at) {}
