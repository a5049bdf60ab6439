package farol.checklists.evidence;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One append-only record: this check of this service, observed this, at this instant.
 *
 * @param observed what was seen, at most {@link #OBSERVED_MAX} bytes as JSON
 * @param source a URL or git reference; null for attestations without a link
 * @param by whose word or token it is; null for a collector
 * @param ttl shortens the life the check gives; null means the whole
 * @param sha256 over the canonical JSON (RFC 8785) of what it says
 */
public record Evidence(
    UUID id,
    ServiceId service,
    String check,
    int checkRevision,
    Kind kind,
    Result result,
    String summary,
    Map<String, Object> observed,
    @Nullable String source,
    @Nullable String collector,
    @Nullable PersonId by,
    Instant observedAt,
    Instant recordedAt,
    @Nullable Duration ttl,
    String sha256,
    @Nullable Instant withdrawnAt) {
  public static final int OBSERVED_MAX = 8 * 1024;
  public static final int SUMMARY_MAX = 300;

  /** What the gate needs to know of it. */
  public EvidenceFact fact() {
    return new EvidenceFact(
        id.toString(),
        check,
        checkRevision,
        kind,
        collector,
        result,
        summary,
        observedAt,
        recordedAt,
        ttl,
        withdrawnAt);
  }
}
