package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the severity log; {@code was} is null on the declaration. */
public record SeverityChange(
    @Nullable IncidentSeverity was,
    IncidentSeverity became,
    String reason,
    PersonId by,
    Instant at) {}
