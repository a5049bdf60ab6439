package farol.incidents.retrospective;

import farol.alerting.catalog.IncidentId;

/** Published when a retrospective was written or moved, in the transaction that did it. */
public record RetrospectiveChanged(IncidentId incident, RetrospectiveState state, long revision) {}
