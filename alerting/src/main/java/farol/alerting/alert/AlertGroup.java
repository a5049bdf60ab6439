package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Alerts handled together: the unit that is escalated and acknowledged. A group of one is the
 * normal case.
 *
 * @param cause the alert that opened it, or made it page again
 * @param number the short number of {@code cause}, as people say it: {@code #1042}
 * @param policySlug the ladder asked for at intake; null means the service's own
 * @param acceptedAt when the trigger that caused it was accepted
 * @param viewPath where a responder should land; null means the alert itself
 */
public record AlertGroup(
    AlertGroupId id,
    AlertId cause,
    long number,
    String dedupKey,
    ServiceId service,
    Severity severity,
    Urgency urgency,
    String summary,
    AlertState state,
    @Nullable PersonId acknowledgedBy,
    @Nullable String policySlug,
    @Nullable IncidentId incidentId,
    Instant acceptedAt,
    @Nullable String viewPath) {}
