package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one request changed, or confirmed as it was. */
public record Effect(
    long seq,
    Instant at,
    UUID requestId,
    String app,
    String kind,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {}
