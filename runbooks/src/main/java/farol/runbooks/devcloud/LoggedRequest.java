package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to the platform.
 *
 * @param status null when no answer was sent
 * @param effect the kind of its effect, null when it had none
 * @param fault the fault that hit it
 */
public record LoggedRequest(
    long seq,
    Instant at,
    UUID requestId,
    @Nullable String clientRequestId,
    String account,
    String method,
    String path,
    @Nullable Integer status,
    @Nullable String app,
    boolean mutating,
    @Nullable String effect,
    @Nullable UUID fault,
    long durationMillis,
    @Nullable String userAgent) {}
