package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;

/** Published when a person takes command; acting means not a trained commander. */
public record CommandTaken(
    IncidentId incident, IncidentKind kind, PersonId commander, boolean acting, Instant at) {}
