package farol.console.security;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named key to the API that acts as its person, with the lesser of its scope and their role. */
public record ApiToken(
    UUID id,
    PersonId person,
    String name,
    Scope scope,
    PersonId createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {
  boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
