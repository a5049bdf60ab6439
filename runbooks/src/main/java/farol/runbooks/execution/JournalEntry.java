package farol.runbooks.execution;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a run's journal; rows are only ever added.
 *
 * @param node the boot of the process that wrote it, null where a person did
 * @param payloadHash of what was about to be sent
 */
public record JournalEntry(
    long seq,
    String step,
    int attempt,
    String state,
    Instant at,
    @Nullable UUID node,
    long token,
    @Nullable String requestId,
    @Nullable String payloadHash,
    Map<String, Object> evidence) {}
