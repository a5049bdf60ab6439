package farol.checklists.evidence;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Check;
import farol.checklists.checklist.Checklists;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Records what was observed or attested, and answers what stands. Nothing is ever changed. */
@org.springframework.stereotype.Service
public class EvidenceLog {
  static final int PER_CHECK_PER_DAY_MAX = 500;
  private static final int STATEMENT_MIN = 20;
  private static final int STATEMENT_MAX = 2_000;

  private final JdbcEvidence evidence;
  private final Checklists checklists;
  private final Owners owners;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  EvidenceLog(
      JdbcEvidence evidence,
      Checklists checklists,
      Owners owners,
      Audit audit,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.evidence = evidence;
    this.checklists = checklists;
    this.owners = owners;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A machine's word from outside, as it was pushed.
   *
   * @param observedAt null means the instant of the push
   * @param ttl shortens the life the check gives; null means the whole
   */
  public record Push(
      String check,
      Result result,
      String summary,
      String source,
      Map<String, Object> observed,
      @Nullable Instant observedAt,
      @Nullable Duration ttl) {}

  /** Records a machine's word. Only administrators and evidence tokens may push one. */
  @Transactional
  public Evidence push(Actor actor, Service service, Push push) {
    owners.mustPush(actor);
    var now = now();
    var check = check(push.check());
    if (!check.evidence().push()) {
      throw Refusal.invalid("not-accepted", "check", check.id() + " accepts no pushed evidence");
    }
    Pushes.checked(check, push, now);
    var observedAt = push.observedAt() == null ? now : push.observedAt();
    return add(
        actor,
        draft(service, check, Kind.PUSHED, now)
            .saying(push.result(), push.summary().strip(), push.observed())
            .from(push.source(), null, actor.person())
            .observed(observedAt.truncatedTo(ChronoUnit.MICROS), push.ttl()));
  }

  /** Records a person's own word for a check. */
  @Transactional
  public Evidence attest(
      Actor actor, Service service, String checkId, String statement, @Nullable String link) {
    var check = check(checkId);
    var attest =
        check
            .attestations()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "not-accepted", "check", checkId + " takes a machine's word only"));
    owners.mustAttest(actor, service, attest.role());
    var said = statement.strip();
    if (said.length() < STATEMENT_MIN || said.length() > STATEMENT_MAX) {
      throw Refusal.invalid("statement", "has 20 to 2,000 characters");
    }
    if (attest.link() && (link == null || link.isBlank())) {
      throw Refusal.invalid("link", "is required for this check");
    }
    var source = link == null || link.isBlank() ? null : Link.checked("link", link.strip());
    var now = now();
    return add(
        actor,
        draft(service, check, Kind.ATTESTED, now)
            .saying(Result.PASS, said, Map.of())
            .from(source, null, actor.person())
            .observed(now, null));
  }

  /** Takes an attestation back: by the person who gave it, a manager or an administrator. */
  @Transactional
  public Evidence withdraw(Actor actor, UUID id) {
    var record = evidence.byId(id).orElseThrow(() -> Refusal.notFound("This attestation"));
    if (record.kind() != Kind.ATTESTED) {
      throw Refusal.notFound("This attestation");
    }
    if (!actor.person().id().equals(record.by())) {
      actor.mustBe(Role.MANAGER);
    }
    var now = now();
    if (!evidence.withdraw(id, actor.person().id(), now)) {
      throw Refusal.conflict("already-withdrawn", "This attestation was withdrawn before");
    }
    audit.record(actor, now, "attestation.withdrawn", "evidence/" + id, null, null);
    events.publishEvent(new EvidenceRecorded(id, record.service(), record.check(), now));
    return evidence.byId(id).orElseThrow();
  }

  /** Records what the gate itself did at a launch. Joins the caller's transaction. */
  public void recordLaunch(
      Service service, String checkId, Instant at, String summary, Map<String, Object> observed) {
    var check = check(checkId);
    evidence.add(
        draft(service, check, Kind.GATE, now())
            .saying(Result.PASS, summary, observed)
            .from(null, Check.GATE, null)
            .observed(at, null)
            .sealed());
  }

  /** What the gate weighs of these checks, as far as it was recorded by {@code known}. */
  public List<EvidenceFact> facts(Service service, Collection<String> checks, Instant known) {
    return evidence.newest(service.id(), checks, known).stream().map(Evidence::fact).toList();
  }

  /** Every record of the service, newest first; of one check where it is named. */
  public List<Evidence> history(Service service, @Nullable String check, int limit) {
    return evidence.history(service.id(), check, limit);
  }

  /** The newest published rules of a check, or a refusal. */
  public Check check(String id) {
    return checklists.newest().stream()
        .flatMap(published -> published.version().document().check(id).stream())
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("unknown-check", "check", id + " is no check"));
  }

  private Evidence add(Actor actor, Draft draft) {
    var record = draft.sealed();
    var dayAgo = record.recordedAt().minus(Duration.ofDays(1));
    if (evidence.recordedSince(record.service(), record.check(), dayAgo) >= PER_CHECK_PER_DAY_MAX) {
      throw Refusal.conflict(
          "too-much-evidence",
          "%s took %d records within a day".formatted(record.check(), PER_CHECK_PER_DAY_MAX));
    }
    evidence.add(record);
    audit.record(
        actor,
        record.recordedAt(),
        "evidence." + record.kind().word(),
        "evidence/" + record.id(),
        null,
        Map.of("check", record.check(), "result", record.result().word()));
    events.publishEvent(
        new EvidenceRecorded(record.id(), record.service(), record.check(), record.recordedAt()));
    return record;
  }

  private static Draft draft(Service service, Check check, Kind kind, Instant now) {
    return new Draft(service, check, kind, now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
