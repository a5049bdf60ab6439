package farol.statuspage.component.web;

import farol.statuspage.component.Claim;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim as the API answers it. */
record ClaimAnswer(
    UUID id,
    String componentId,
    @Nullable String region,
    Instant from,
    @Nullable Instant to,
    String state,
    String origin,
    Instant recordedAt,
    UUID recordedBy,
    @Nullable UUID supersedes,
    @Nullable String incidentId,
    String note) {
  static ClaimAnswer of(Claim claim) {
    return new ClaimAnswer(
        claim.id(),
        claim.component(),
        claim.region(),
        claim.from(),
        claim.to(),
        claim.state().code(),
        claim.origin().code(),
        claim.recordedAt(),
        claim.recordedBy(),
        claim.supersedes(),
        claim.incident(),
        claim.note());
  }
}
