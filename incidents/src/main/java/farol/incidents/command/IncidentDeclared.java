package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;

/** Published once per incident, in the transaction that declared it. */
public record IncidentDeclared(
    IncidentId incident,
    long number,
    IncidentKind kind,
    IncidentSeverity severity,
    String title,
    Instant at) {}
