package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored facts of one app. */
public record CloudApp(
    UUID id,
    String name,
    Region region,
    Account owner,
    boolean maintenance,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant releasedAt,
    String suffix,
    long seed) {}
