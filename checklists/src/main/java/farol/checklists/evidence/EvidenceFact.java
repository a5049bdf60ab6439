package farol.checklists.evidence;

import farol.checklists.checklist.Check;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gate needs to know of one record.
 *
 * @param id the record's UUID as text, or what a stateless caller chose
 * @param collector the collector that made it; null where none did
 * @param summary one sentence; null where the caller gave none
 * @param ttl shortens the life the check gives; null means the whole
 * @param withdrawnAt when an attestation was withdrawn; null while it stands
 */
public record EvidenceFact(
    String id,
    String check,
    int checkRevision,
    Kind kind,
    @Nullable String collector,
    Result result,
    @Nullable String summary,
    Instant observedAt,
    Instant recordedAt,
    @Nullable Duration ttl,
    @Nullable Instant withdrawnAt) {
  /** When the life of the record ends for this check; null means never. */
  public @Nullable Instant end(Check rules) {
    var attest = rules.evidence().attest();
    var span = kind == Kind.ATTESTED && attest != null ? attest.ttl() : rules.evidence().ttl();
    var life = span == null ? null : span.length();
    if (life == null || (ttl != null && ttl.compareTo(life) < 0)) {
      life = ttl;
    }
    return life == null ? null : observedAt.plus(life);
  }
}
