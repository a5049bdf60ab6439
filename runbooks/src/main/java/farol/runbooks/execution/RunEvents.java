package farol.runbooks.execution;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.runbooks.execution.Run.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the house what happened in a run, in the transaction in which it happened. */
@Component
class RunEvents {
  private final RunStore store;
  private final Catalog catalog;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final MeterRegistry meters;

  RunEvents(
      RunStore store,
      Catalog catalog,
      ApplicationEventPublisher events,
      InstantSource clock,
      MeterRegistry meters) {
    this.store = store;
    this.catalog = catalog;
    this.events = events;
    this.clock = clock;
    this.meters = meters;
  }

  void moved(Run run) {
    events.publishEvent(new RunMoved(run.id()));
  }

  void planned(Plan plan) {
    if (plan.resolved().approvals().required() > 0 && !plan.resolved().blocked()) {
      events.publishEvent(
          new PlanAwaitsApproval(
              plan.id(),
              plan.runbook(),
              plan.incident(),
              plan.requester(),
              "%s asks for approval of “%s”".formatted(name(plan.requester()), plan.title()),
              plan.createdAt()));
    }
  }

  void approved(Plan plan, Approval approval) {
    events.publishEvent(
        new PlanApproved(
            plan.id(),
            plan.runbook(),
            plan.incident(),
            approval.person(),
            "%s approved “%s”".formatted(name(approval.person()), plan.title()),
            approval.at()));
  }

  void started(Run run) {
    var on = run.app() == null ? "" : " on " + run.app();
    events.publishEvent(
        new RunStarted(
            run.id(),
            run.runbook(),
            run.incident(),
            run.app(),
            run.starter(),
            "%s started “%s”%s".formatted(name(run.starter()), run.title(), on),
            run.startedAt()));
  }

  void verified(Run run, RunStep step) {
    meters
        .counter("farol_runbook_steps_total", "verb", step.resolved().verb(), "state", "VERIFIED")
        .increment();
    events.publishEvent(
        new StepVerified(
            run.id(),
            run.runbook(),
            run.incident(),
            step.resolved().target(),
            run.starter(),
            step.id(),
            "“%s”, step %s: %s".formatted(run.title(), step.id(), step.detail()),
            now()));
  }

  /** Frees what the run held and tells how it ended. */
  void ended(Run run) {
    store.freeLocks(run.id());
    var outcome = run.status().name().toLowerCase(Locale.ROOT);
    meters.counter("farol_runbook_runs_total", "outcome", outcome).increment();
    if (run.status() == Status.UNDONE) {
      undone(run);
      return;
    }
    if (run.status() == Status.UNDO_FAILED) {
      return;
    }
    events.publishEvent(
        new RunEnded(
            run.id(),
            run.runbook(),
            run.incident(),
            run.app(),
            run.starter(),
            run.status().name(),
            "“%s” %s".formatted(run.title(), outcome),
            now()));
    var undoOf = run.plan().undoOf();
    if (undoOf != null && run.status() == Status.SUCCEEDED) {
      store
          .lock(undoOf)
          .ifPresent(
              original -> {
                var undone = original.to(Status.UNDONE, "undone by a run of its own", null, now());
                store.update(undone);
                undone(undone);
              });
    }
  }

  private void undone(Run run) {
    events.publishEvent(
        new RunUndone(
            run.id(),
            run.runbook(),
            run.incident(),
            run.app(),
            run.starter(),
            "The changes of “%s” were undone".formatted(run.title()),
            now()));
  }

  String name(PersonId person) {
    return catalog.person(person).map(Person::firstName).orElse("Somebody");
  }

  private Instant now() {
    return clock.instant();
  }
}
