package farol.incidents.actions;

import farol.alerting.catalog.IncidentId;
import java.util.UUID;

/** Published when an action item was made or changed, in the transaction that did it. */
public record ActionChanged(UUID action, IncidentId incident, ActionState state) {}
