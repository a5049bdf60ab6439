package farol.alerting.alert;

import farol.alerting.catalog.ServiceId;
import java.time.Instant;

/** Published once per opening of an alert, in the transaction that accepted it. */
public record AlertTriggered(
    AlertId alert,
    AlertGroupId group,
    long number,
    ServiceId service,
    Severity severity,
    String summary,
    Instant at) {}
