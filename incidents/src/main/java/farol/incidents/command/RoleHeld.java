package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role somebody holds or held; {@code until} is null while it lasts. */
public record RoleHeld(CommandRole role, PersonId person, Instant from, @Nullable Instant until) {}
