package farol.runbooks.execution;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.alerting.storage.Wakeups;
import farol.runbooks.execution.Run.Status;
import farol.runbooks.execution.RunStep.State;
import farol.runbooks.library.RunbookLibrary;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts runs and takes the commands of people on them. */
@Service
public class Runs implements IncidentRuns {
  static final int OPEN_MAX = 200;
  static final int NOTE_MAX = 2_000;
  static final Duration STORM_WINDOW = Duration.ofHours(1);

  private final RunStore store;
  private final PlanStore planStore;
  private final Plans plans;
  private final RunbookLibrary library;
  private final Platform platform;
  private final RunEvents facts;
  private final Audit audit;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  Runs(
      RunStore store,
      PlanStore planStore,
      Plans plans,
      RunbookLibrary library,
      Platform platform,
      RunEvents facts,
      Audit audit,
      Wakeups wakeups,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.planStore = planStore;
    this.plans = plans;
    this.library = library;
    this.platform = platform;
    this.facts = facts;
    this.audit = audit;
    this.wakeups = wakeups;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A run, and whether this call made it: a repeated start answers the same one. */
  public record Started(Run run, boolean created) {}

  /** Starts an approved plan, after planning again to see that nothing moved. */
  public Started start(Actor actor, UUID planId, String hash) {
    actor.mustBe(Role.RESPONDER);
    var plan = plans.get(planId);
    var present = store.byPlan(planId);
    if (present.isPresent()) {
      return new Started(present.get(), false);
    }
    checkStartable(plan, hash);
    checkNotDrifted(plan);
    var started = transaction.execute(_ -> begin(actor, planId, hash));
    return java.util.Objects.requireNonNull(started);
  }

  private void checkStartable(Plan plan, String hash) {
    var now = clock.instant();
    if (!plan.hash().equals(hash)) {
      throw Refusal.conflict("other-hash", "This is not the plan you looked at: the hash differs");
    }
    switch (plan.status(now)) {
      case "EXPIRED" -> throw Refusal.gone("This plan expired; plan again");
      case "SUPERSEDED" ->
          throw Refusal.conflict("plan-drifted", "The platform moved since; plan again");
      case "BLOCKED" ->
          throw Refusal.conflict(
              "plan-blocked",
              plan.rejection()
                  .map(no -> "%s rejected this plan".formatted(facts.name(no.person())))
                  .orElse("This plan is blocked by its findings"),
              Map.of("findings", plan.resolved().findings()));
      default -> {
        var missing = plan.approvalsMissing(now);
        if (missing > 0) {
          throw Refusal.conflict(
              "approval-required",
              "%d more approval%s by somebody else needed"
                  .formatted(missing, missing == 1 ? " is" : "s are"));
        }
      }
    }
  }

  private void checkNotDrifted(Plan plan) {
    var newest = library.find(plan.runbook());
    if (newest.isPresent()
        && !newest.get().blob().equals(plan.resolved().blob())
        && plan.resolved().mutates()) {
      plans.supersede(plan.id());
      throw drifted(
          List.of(
              new PlannedStep.Change(
                  "/runbooks/%s/blob".formatted(plan.runbook()),
                  plan.resolved().blob(),
                  newest.get().blob())));
    }
    var again = plans.again(plan);
    if (!PlanHash.of(again).equals(plan.hash())) {
      plans.supersede(plan.id());
      throw drifted(moved(plan.resolved(), again));
    }
  }

  private static Refusal drifted(List<PlannedStep.Change> moved) {
    return Refusal.conflict(
        "plan-drifted",
        "What this plan was made for has moved; plan again. Its approvals are void",
        Map.of("moved", moved));
  }

  private static List<PlannedStep.Change> moved(Resolved then, Resolved now) {
    var moved = new ArrayList<PlannedStep.Change>();
    for (var step : then.steps()) {
      now.steps().stream()
          .filter(other -> other.id().equals(step.id()) && step.mutation())
          .forEach(
              other ->
                  moved.addAll(
                      Scaling.diff(
                          String.valueOf(step.target()),
                          step.beforeLevels(),
                          other.beforeLevels())));
    }
    return moved.stream().distinct().toList();
  }

  /** In one transaction: the locks, the run, and the plan marked as used. */
  private Started begin(Actor actor, UUID planId, String hash) {
    var plan = planStore.lock(planId).orElseThrow(() -> Refusal.notFound("The plan " + planId));
    var present = store.byPlan(planId);
    if (present.isPresent()) {
      return new Started(present.get(), false);
    }
    checkStartable(plan, hash);
    var run = fresh(actor, plan);
    guardAgainstStorms(run);
    store.insert(run);
    lock(run);
    planStore.status(planId, "USED");
    audit.record(actor, run.startedAt(), "run.started", object(run), null, plan.hash());
    facts.started(run);
    wakeups.wake(RunWorker.CHANNEL);
    return new Started(run, true);
  }

  private Run fresh(Actor actor, Plan plan) {
    var now = clock.instant();
    var steps = new ArrayList<RunStep>();
    for (var planned : plan.resolved().steps()) {
      steps.add(pending(planned, steps.size()));
    }
    var targets = plan.resolved().targets();
    return new Run(
        UUID.randomUUID(),
        plan,
        Status.RUNNING,
        plan.title(),
        targets.isEmpty() ? plan.resolved().params().get("app") : targets.getFirst(),
        actor.person().id(),
        plan.incident(),
        now,
        null,
        null,
        "",
        now,
        false,
        0,
        steps);
  }

  private static RunStep pending(PlannedStep planned, int position) {
    return new RunStep(
        planned.id(),
        position,
        State.PENDING,
        0,
        null,
        null,
        null,
        null,
        "",
        Map.of(),
        List.of(),
        planned);
  }

  private void guardAgainstStorms(Run run) {
    if (store.open() >= OPEN_MAX) {
      throw Refusal.conflict("storm-guard", "%d runs are open already".formatted(OPEN_MAX));
    }
    var max = run.plan().resolved().approvals().maxPerHour();
    var since = run.startedAt().minus(STORM_WINDOW);
    if (max != null && store.startedSince(run.runbook(), run.app(), since) >= max) {
      throw Refusal.conflict(
          "storm-guard", "This runbook ran %d times here in the last hour".formatted(max));
    }
  }

  private void lock(Run run) {
    for (var app : run.plan().resolved().targets()) {
      var holder = store.takeLock("app:" + app, run.id(), run.title(), clock.instant());
      if (holder.isPresent()) {
        var other = store.find(holder.get());
        throw Refusal.conflict(
            "locked",
            "%s is held by the run “%s”"
                .formatted(app, other.map(Run::title).orElse(holder.get().toString())),
            Map.of("holder", holder.get().toString()));
      }
    }
  }

  public Run get(UUID id) {
    return store.find(id).orElseThrow(() -> Refusal.notFound("The run " + id));
  }

  /** The run that a plan was used for. */
  public Optional<Run> ofPlan(UUID plan) {
    return store.byPlan(plan);
  }

  /** Newest first. */
  public List<Run> newest(int limit) {
    return store.newest(limit);
  }

  public List<JournalEntry> journal(UUID id) {
    return store.journal(get(id).id());
  }

  public List<String> locks(UUID id) {
    return store.locks(id);
  }

  @Override
  public List<RunLine> of(IncidentId incident) {
    var now = clock.instant();
    return store.ofIncident(incident).stream()
        .map(
            run ->
                new RunLine(
                    run.id(),
                    run.runbook(),
                    run.title(),
                    run.status().name(),
                    run.status().ended(),
                    run.undoOffer(now).available(),
                    run.startedAt(),
                    run.endedAt()))
        .toList();
  }

  /** No new step begins after this; a request in flight is awaited and observed. */
  @Transactional
  public Run stop(Actor actor, UUID id, String reason) {
    var run = forCommand(actor, id);
    if (run.status().ended()) {
      throw notNow(run, "stopped");
    }
    if (run.status() == Status.NEEDS_DECISION) {
      throw Refusal.conflict("needs-decision", "Decide the step that is UNKNOWN first");
    }
    var now = clock.instant();
    var inFlight =
        run.current()
            .filter(step -> step.status().inFlight() || step.status() == State.OBSERVED)
            .isPresent();
    if (inFlight) {
      store.update(run.stopping(now));
      wakeups.wake(RunWorker.CHANNEL);
    } else {
      var why = "stopped by %s%s".formatted(actor.person().firstName(), because(reason));
      facts.moved(run);
      var stopped = run.to(run.undoing() ? Status.UNDO_FAILED : Status.STOPPED, why, null, now);
      store.update(stopped);
      facts.ended(stopped);
    }
    audit.record(actor, now, "run.stopped", object(run), run.status().name(), reason);
    return get(id);
  }

  @Transactional
  public Run pause(Actor actor, UUID id, String reason) {
    var run = forCommand(actor, id);
    if (run.status() != Status.RUNNING && run.status() != Status.WAITING) {
      throw notNow(run, "paused");
    }
    if (run.current().filter(step -> step.status().inFlight()).isPresent()) {
      throw Refusal.conflict("in-flight", "A request is in flight; try again in a moment");
    }
    var now = clock.instant();
    var why = "paused by %s%s".formatted(actor.person().firstName(), because(reason));
    store.update(run.to(Status.PAUSED, why, null, now));
    facts.moved(run);
    audit.record(actor, now, "run.paused", object(run), run.status().name(), reason);
    return get(id);
  }

  /** Goes on at the first step that is not behind us; what is done is not sent again. */
  @Transactional
  public Run resume(Actor actor, UUID id) {
    var run = forCommand(actor, id);
    if (run.status() != Status.PAUSED && run.status() != Status.FAILED) {
      throw notNow(run, "resumed");
    }
    var now = clock.instant();
    checkApprovalsHold(run, now);
    if (run.status() == Status.FAILED) {
      lock(run);
    }
    run.current()
        .filter(step -> step.status() == State.FAILED)
        .ifPresent(step -> store.update(id, step.reset()));
    store.update(run.to(run.going(), "", now, now));
    facts.moved(run);
    audit.record(actor, now, "run.resumed", object(run), run.status().name(), null);
    wakeups.wake(RunWorker.CHANNEL);
    return get(id);
  }

  private static void checkApprovalsHold(Run run, Instant now) {
    var quorum = run.plan().resolved().approvals();
    var since = run.pausedAt() == null ? run.endedAt() : run.pausedAt();
    if (quorum.required() > 0
        && since != null
        && since.plusSeconds(quorum.expiresSeconds()).isBefore(now)) {
      throw Refusal.conflict(
          "approval-required", "It paused for longer than its approvals stand; plan again");
    }
  }

  /** Takes back what the run changed, from the captured state. */
  public Run undo(Actor actor, UUID id) {
    actor.mustBe(Role.RESPONDER);
    var run = get(id);
    var offer = run.undoOffer(clock.instant());
    if (!offer.available()) {
      throw Refusal.conflict(
          "undo-not-available", "Undo is not available: " + String.valueOf(offer.reason()));
    }
    checkUndoNotDrifted(actor, run);
    var undoing = transaction.execute(_ -> beginUndo(actor, id));
    return java.util.Objects.requireNonNull(undoing);
  }

  private void checkUndoNotDrifted(Actor actor, Run run) {
    List<PlannedStep.Change> moved;
    try {
      moved = Undo.moved(run, new PlatformView(platform));
    } catch (PlatformUnavailable away) {
      throw Plans.unavailable(away);
    }
    if (moved.isEmpty()) {
      return;
    }
    var request =
        new Plans.Request(
            run.runbook(),
            run.plan().resolved().params(),
            null,
            run.incident(),
            run.plan().alert(),
            "Undo of the run " + run.id());
    var plan = plans.store(actor, request, "Undo: " + run.title(), plans.undo(run), run.id());
    throw Refusal.conflict(
        "undo-drifted",
        "Somebody changed it since; the undo is a plan of its own and needs an approval",
        Map.of(
            "moved",
            moved,
            "plan",
            Map.of(
                "id", plan.id(),
                "hash", plan.hash(),
                "approvalsRequired", plan.resolved().approvals().required(),
                "steps", plan.resolved().steps())));
  }

  private Run beginUndo(Actor actor, UUID id) {
    var run = forCommand(actor, id);
    var now = clock.instant();
    if (!run.undoOffer(now).available()) {
      throw notNow(run, "undone");
    }
    lock(run);
    var position = RunStep.UNDO_POSITION;
    for (var planned : Undo.steps(run)) {
      store.insertStep(id, pending(planned, position++));
    }
    store.update(run.to(Status.UNDOING, "undone by " + actor.person().firstName(), now, now));
    audit.record(actor, now, "run.undone", object(run), run.status().name(), null);
    wakeups.wake(RunWorker.CHANNEL);
    return get(id);
  }

  /** A person says that a manual step is done, with a note or a link that shows it. */
  @Transactional
  public Run signOff(Actor actor, UUID id, String stepId, String note, String link) {
    refuseProxy(actor);
    var run = forCommand(actor, id);
    var step = step(run, stepId);
    if (!step.resolved().verb().equals("manual") || step.status() != State.WAITING) {
      throw Refusal.conflict("not-waiting", "This step does not wait for a sign-off");
    }
    actor.mustBe(
        Role.valueOf(step.resolved().attribute("role", "responder").toUpperCase(Locale.ROOT)));
    if (note.isBlank() && link.isBlank()) {
      throw Refusal.invalid("note", "or a link is required");
    }
    bounded("note", note);
    bounded("link", link);
    var now = clock.instant();
    var detail =
        "signed off by %s%s"
            .formatted(actor.person().firstName(), note.isBlank() ? "" : ": " + note);
    var result = Map.<String, Object>of("by", actor.person().handle(), "note", note, "link", link);
    var signed = step.to(State.VERIFIED, detail, now).with(result);
    store.update(id, signed);
    store.journal(run, signed, "VERIFIED", now, null, null, null, result);
    store.update(run.to(run.going(), "", now, now));
    facts.verified(run, signed);
    audit.record(actor, now, "run.signed-off", object(run) + "/" + stepId, null, note);
    wakeups.wake(RunWorker.CHANNEL);
    return get(id);
  }

  /** A person decides about a step of which nobody can tell whether it happened. */
  @Transactional
  public Run decide(Actor actor, UUID id, String stepId, String outcome, String note) {
    refuseProxy(actor);
    var run = forCommand(actor, id);
    var step = step(run, stepId);
    if (step.status() != State.UNKNOWN) {
      throw Refusal.conflict("not-unknown", "This step is not UNKNOWN");
    }
    if (note.isBlank()) {
      throw Refusal.invalid("note", "is required");
    }
    bounded("note", note);
    var now = clock.instant();
    var by =
        Map.<String, Object>of("by", actor.person().handle(), "outcome", outcome, "note", note);
    var decided =
        switch (outcome) {
          case "happened" -> step.to(State.OBSERVED, "a person saw it happen", now);
          case "did-not-happen" -> step.reset();
          case "abandon" -> step.to(State.FAILED, "abandoned: " + note, now);
          default -> throw Refusal.invalid("outcome", "is happened, did-not-happen or abandon");
        };
    store.update(id, decided);
    facts.moved(run);
    store.journal(run, decided, decided.status().name(), now, null, null, null, by);
    if (decided.status() == State.FAILED) {
      var ended =
          run.to(run.undoing() ? Status.UNDO_FAILED : Status.FAILED, decided.detail(), null, now);
      store.update(ended);
      facts.ended(ended);
    } else {
      store.update(run.to(run.going(), "", now, now));
      wakeups.wake(RunWorker.CHANNEL);
    }
    audit.record(actor, now, "run.decided", object(run) + "/" + stepId, null, outcome);
    return get(id);
  }

  private Run forCommand(Actor actor, UUID id) {
    actor.mustBe(Role.RESPONDER);
    return store.lock(id).orElseThrow(() -> Refusal.notFound("The run " + id));
  }

  private static RunStep step(Run run, String id) {
    return run.step(id).orElseThrow(() -> Refusal.notFound("The step " + id));
  }

  private static void refuseProxy(Actor actor) {
    if (actor.isProxy()) {
      throw Refusal.forbidden("This takes a person's own session or token");
    }
  }

  private static void bounded(String field, String text) {
    if (text.length() > NOTE_MAX) {
      throw Refusal.invalid(field, "has at most %d characters".formatted(NOTE_MAX));
    }
  }

  private static Refusal notNow(Run run, String what) {
    return Refusal.conflict(
        "wrong-state",
        "A run that is %s cannot be %s"
            .formatted(run.status().name().toLowerCase(Locale.ROOT).replace('_', ' '), what));
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : ": " + reason;
  }

  private static String object(Run run) {
    return "run/" + run.id();
  }
}
