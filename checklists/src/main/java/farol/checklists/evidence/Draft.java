package farol.checklists.evidence;

import farol.alerting.catalog.Person;
import farol.alerting.catalog.Service;
import farol.checklists.checklist.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record in the making; {@link #sealed} gives it its id and fingerprint. */
final class Draft {
  private final Service service;
  private final Check check;
  private final Kind kind;
  private final Instant now;
  private Result result = Result.UNKNOWN;
  private String summary = "";
  private Map<String, Object> observed = Map.of();
  private @Nullable String source;
  private @Nullable String collector;
  private @Nullable Person by;
  private Instant observedAt;
  private @Nullable Duration ttl;

  Draft(Service service, Check check, Kind kind, Instant now) {
    this.service = service;
    this.check = check;
    this.kind = kind;
    this.now = now;
    this.observedAt = now;
  }

  Draft saying(Result said, String sentence, Map<String, Object> seen) {
    this.result = said;
    this.summary = sentence;
    this.observed = seen;
    return this;
  }

  Draft from(@Nullable String where, @Nullable String collectedBy, @Nullable Person person) {
    this.source = where;
    this.collector = collectedBy;
    this.by = person;
    return this;
  }

  Draft observed(Instant at, @Nullable Duration life) {
    this.observedAt = at;
    this.ttl = life;
    return this;
  }

  Evidence sealed() {
    return new Evidence(
        UUID.randomUUID(),
        service.id(),
        check.id(),
        check.revision(),
        kind,
        result,
        summary,
        observed,
        source,
        collector,
        by == null ? null : by.id(),
        observedAt,
        now,
        ttl,
        Digest.of(
            service.slug(),
            check.id(),
            check.revision(),
            kind,
            result,
            observed,
            source,
            collector,
            by == null ? null : by.handle(),
            observedAt),
        null);
  }
}
