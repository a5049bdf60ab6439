package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;

/** Maintenance and traffic of an app from an instant until its next setting. */
public record Setting(UUID app, Instant from, boolean maintenance, Traffic traffic) {}
