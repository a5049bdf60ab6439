package farol.runbooks.execution;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.alerting.door.Refusal.FieldError;
import farol.runbooks.library.Finding;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes plans and takes the word of people on them. */
@Service
public class Plans {
  static final int COMMENT_MAX = 2_000;
  static final int REASON_MAX = 2_000;
  static final Duration RETRY_AFTER = Duration.ofSeconds(15);

  private final PlanStore store;
  private final RunStore runs;
  private final RunbookLibrary library;
  private final Platform platform;
  private final Audit audit;
  private final RunEvents events;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  Plans(
      PlanStore store,
      RunStore runs,
      RunbookLibrary library,
      Platform platform,
      Audit audit,
      RunEvents events,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.runs = runs;
    this.library = library;
    this.platform = platform;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What somebody wants to do.
   *
   * @param commit the version of the runbook, null for the newest
   */
  public record Request(
      String runbook,
      Map<String, String> params,
      @Nullable String commit,
      @Nullable IncidentId incident,
      @Nullable String alert,
      String reason) {}

  /** Resolves the runbook against the live platform; also answers plans that are blocked. */
  public Plan create(Actor actor, Request request) {
    actor.mustBe(Role.RESPONDER);
    if (request.reason().length() > REASON_MAX) {
      throw Refusal.invalid("reason", "has at most %d characters".formatted(REASON_MAX));
    }
    var runbook = library.get(request.runbook(), request.commit());
    var resolved = resolve(runbook, request.params(), request.reason());
    return store(actor, request, runbook.title(), resolved, null);
  }

  Plan store(Actor actor, Request request, String title, Resolved resolved, @Nullable UUID undoOf) {
    var now = clock.instant();
    var plan =
        new Plan(
            UUID.randomUUID(),
            PlanHash.of(resolved),
            resolved.blocked() ? "BLOCKED" : "READY",
            title,
            actor.person().id(),
            request.reason(),
            request.incident(),
            request.alert(),
            undoOf,
            resolved,
            now,
            now.plus(Plan.TTL),
            List.of());
    transaction.executeWithoutResult(
        _ -> {
          store.insert(plan);
          events.planned(plan);
          audit.record(actor, now, "plan.created", "plan/" + plan.id(), null, plan.hash());
        });
    return plan;
  }

  /** The runbook as it would run at this moment. */
  Resolved resolve(Runbook runbook, Map<String, String> params, String reason) {
    var document = runbook.document();
    if (!document.executable()) {
      throw Refusal.invalid("runbook", "is plain: it is read, not run");
    }
    var errors =
        document.findings().stream()
            .filter(Finding::isError)
            .map(f -> new FieldError("markdown:" + f.line(), f.code() + " " + f.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    var view = new PlatformView(platform);
    try {
      return Planner.plan(runbook, Values.of(document, params, reason, view), view);
    } catch (PlatformUnavailable away) {
      throw unavailable(away);
    }
  }

  static Refusal unavailable(PlatformUnavailable away) {
    return Refusal.unavailable(
        "platform-unavailable",
        "The platform is away: %s. Nothing was changed.".formatted(away.getMessage()),
        RETRY_AFTER);
  }

  public Plan get(UUID id) {
    return store.find(id).orElseThrow(() -> Refusal.notFound("The plan " + id));
  }

  /**
   * The newest plans.
   *
   * @param status only these, null for all
   * @param awaiting only plans that this person could approve at this moment, null for all
   */
  public List<Plan> list(@Nullable String status, @Nullable Actor awaiting, int limit) {
    var now = clock.instant();
    return store.newest(limit).stream()
        .filter(plan -> status == null || plan.status(now).equals(status))
        .filter(plan -> awaiting == null || awaits(plan, awaiting, now))
        .toList();
  }

  void supersede(UUID id) {
    transaction.executeWithoutResult(_ -> store.status(id, "SUPERSEDED"));
  }

  private static boolean awaits(Plan plan, Actor actor, Instant now) {
    return plan.status(now).equals("READY")
        && plan.approvalsMissing(now) > 0
        && !plan.requester().equals(actor.person().id())
        && mayApprove(plan, actor)
        && plan.approvals().stream()
            .noneMatch(a -> a.person().equals(actor.person().id()) && a.recalledAt() == null);
  }

  private static boolean mayApprove(Plan plan, Actor actor) {
    return plan.resolved().approvals().from().stream()
        .anyMatch(role -> actor.may(Role.valueOf(role.toUpperCase(Locale.ROOT))));
  }

  /** Takes the word of a second person on exactly this plan. */
  @Transactional
  public Plan decide(Actor actor, UUID id, String hash, String decision, String comment) {
    if (actor.isProxy()) {
      throw Refusal.forbidden("An approval takes a person's own session or token");
    }
    if (!decision.equals("approve") && !decision.equals("reject")) {
      throw Refusal.invalid("decision", "is approve or reject");
    }
    if (comment.length() > COMMENT_MAX) {
      throw Refusal.invalid("comment", "has at most %d characters".formatted(COMMENT_MAX));
    }
    var plan = store.lock(id).orElseThrow(() -> Refusal.notFound("The plan " + id));
    checkApprover(actor, plan);
    checkOpen(plan, hash);
    var now = clock.instant();
    var approval =
        new Approval(UUID.randomUUID(), actor.person().id(), decision, comment, now, null);
    if (!store.approve(id, approval)) {
      throw Refusal.conflict("already-decided", "You have already said your word on this plan");
    }
    if (approval.approves()) {
      events.approved(plan, approval);
    } else {
      store.status(id, "BLOCKED");
    }
    audit.record(actor, now, "plan." + decision + "d", "plan/" + id, null, plan.hash());
    return get(id);
  }

  private static void checkApprover(Actor actor, Plan plan) {
    if (plan.requester().equals(actor.person().id())) {
      throw Refusal.forbidden("requester", "Whoever asks for a plan does not approve it");
    }
    if (!mayApprove(plan, actor)) {
      throw Refusal.forbidden(
          "This plan takes the approval of a %s"
              .formatted(String.join(" or ", plan.resolved().approvals().from())));
    }
  }

  private void checkOpen(Plan plan, String hash) {
    var now = clock.instant();
    if (plan.status(now).equals("EXPIRED")) {
      throw Refusal.gone("This plan expired; plan again");
    }
    if (!plan.hash().equals(hash)) {
      throw Refusal.conflict("other-hash", "This is not the plan you looked at: the hash differs");
    }
    if (!plan.status(now).equals("READY")) {
      throw Refusal.conflict(
          "plan-" + plan.status(now).toLowerCase(Locale.ROOT),
          "This plan is %s".formatted(plan.status(now).toLowerCase(Locale.ROOT)));
    }
  }

  @Transactional
  public Plan recall(Actor actor, UUID id) {
    var plan = store.lock(id).orElseThrow(() -> Refusal.notFound("The plan " + id));
    var now = clock.instant();
    if (!plan.storedStatus().equals("READY") && plan.rejection().isEmpty()) {
      throw Refusal.conflict("plan-used", "This plan is already used");
    }
    if (!store.recall(id, actor.person().id(), now)) {
      throw Refusal.notFound("Your word on this plan");
    }
    if (plan.storedStatus().equals("BLOCKED") && !plan.resolved().blocked()) {
      store.status(id, "READY");
    }
    audit.record(actor, now, "plan.recalled", "plan/" + id, null, plan.hash());
    return get(id);
  }

  /** The plan as it would be made at this moment, from the same runbook text and values. */
  Resolved again(Plan plan) {
    var undoOf = plan.undoOf();
    if (undoOf != null) {
      return undo(runs.find(undoOf).orElseThrow(() -> Refusal.notFound("The run " + undoOf)));
    }
    var runbook = library.get(plan.runbook(), plan.resolved().commit());
    return resolve(runbook, plan.resolved().params(), plan.reason());
  }

  /** What taking back a run would do from the state that stands now. */
  Resolved undo(Run run) {
    try {
      return Undo.resolved(run, new PlatformView(platform));
    } catch (PlatformUnavailable away) {
      throw unavailable(away);
    }
  }
}
