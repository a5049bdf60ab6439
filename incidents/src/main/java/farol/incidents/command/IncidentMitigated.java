package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;

/** Published when customers no longer suffer, in the transaction that recorded it. */
public record IncidentMitigated(IncidentId incident, IncidentKind kind, Instant at) {}
