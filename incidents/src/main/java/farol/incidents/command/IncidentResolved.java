package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;

/** Published once per resolution, in the transaction that resolved the incident. */
public record IncidentResolved(IncidentId incident, IncidentKind kind, Instant at) {}
