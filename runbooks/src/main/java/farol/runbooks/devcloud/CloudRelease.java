package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A release: a slug and the config vars it runs with. The newest version is the current one. */
public record CloudRelease(
    UUID id,
    UUID app,
    int version,
    @Nullable UUID slug,
    Map<String, String> config,
    String description,
    Account account,
    Instant createdAt) {}
