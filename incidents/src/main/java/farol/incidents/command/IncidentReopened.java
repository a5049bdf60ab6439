package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;

/** Published when a resolved incident is worked on again. */
public record IncidentReopened(
    IncidentId incident, IncidentKind kind, PersonId commander, Instant at) {}
