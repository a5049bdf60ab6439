package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;

/** Published when people set another severity. */
public record SeverityChanged(
    IncidentId incident,
    IncidentKind kind,
    IncidentSeverity was,
    IncidentSeverity became,
    Instant at) {}
