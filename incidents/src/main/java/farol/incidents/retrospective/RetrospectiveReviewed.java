package farol.incidents.retrospective;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.incidents.command.IncidentKind;
import java.time.Instant;

/** Published when a manager approved a retrospective. */
public record RetrospectiveReviewed(
    IncidentId incident, IncidentKind kind, long revision, PersonId by, Instant at) {}
