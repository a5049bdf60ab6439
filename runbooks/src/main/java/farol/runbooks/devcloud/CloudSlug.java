package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A built app: its process types with their commands, which are labels and never run. */
public record CloudSlug(
    UUID id,
    UUID app,
    Map<String, String> processTypes,
    @Nullable String commit,
    Instant createdAt) {}
