package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;

/**
 * Who sent the request in hand, and when.
 *
 * @param requestId ours, on the answer and beside each effect
 * @param now the simulated instant at which it arrived
 */
public record Caller(Account account, UUID requestId, Instant now) {}
