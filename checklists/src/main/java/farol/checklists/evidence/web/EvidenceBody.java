package farol.checklists.evidence.web;

import farol.alerting.catalog.Catalog;
import farol.alerting.door.PersonName;
import farol.checklists.checklist.Check;
import farol.checklists.evidence.Evidence;
import farol.checklists.evidence.EvidenceLog;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A record as the API answers it. */
record EvidenceBody(
    UUID id,
    String service,
    String check,
    int checkRevision,
    String kind,
    String result,
    String summary,
    Map<String, Object> observed,
    @Nullable String source,
    @Nullable String collector,
    @Nullable PersonName by,
    Instant observedAt,
    Instant recordedAt,
    @Nullable String ttl,
    @Nullable Instant validUntil,
    @Nullable Instant withdrawnAt,
    String sha256) {
  /** Builds answers; knows the names of people and the life of evidence. */
  @Component
  static class Bodies {
    private final Catalog catalog;
    private final EvidenceLog log;

    Bodies(Catalog catalog, EvidenceLog log) {
      this.catalog = catalog;
      this.log = log;
    }

    EvidenceBody of(String slug, Evidence evidence) {
      var by = evidence.by();
      var ttl = evidence.ttl();
      return new EvidenceBody(
          evidence.id(),
          slug,
          evidence.check(),
          evidence.checkRevision(),
          evidence.kind().word(),
          evidence.result().word(),
          evidence.summary(),
          evidence.observed(),
          evidence.source(),
          evidence.collector(),
          by == null ? null : catalog.person(by).map(PersonName::of).orElse(null),
          evidence.observedAt(),
          evidence.recordedAt(),
          ttl == null ? null : ttl.toString(),
          evidence.fact().end(check(evidence)),
          evidence.withdrawnAt(),
          evidence.sha256());
    }

    private Check check(Evidence evidence) {
      return log.check(evidence.check());
    }
  }
}
