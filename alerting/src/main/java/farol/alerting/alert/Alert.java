package farol.alerting.alert;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as its life needs it: one thing that may be unwell. */
record Alert(
    AlertId id,
    long number,
    IntegrationId integration,
    String dedupKey,
    AlertGroupId group,
    ServiceId service,
    Severity severity,
    Urgency urgency,
    String summary,
    AlertState state,
    @Nullable Outcome outcome,
    Instant acceptedAt,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Instant acknowledgedAt,
    @Nullable PersonId acknowledgedBy,
    @Nullable Instant resolvedAt,
    @Nullable Resolution resolution) {}
