package farol.runbooks.execution;

import farol.runbooks.execution.Run.Status;
import farol.runbooks.execution.RunStep.State;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a run in hand from step to step until it ends, waits, or needs a person. */
@Component
class RunEngine {
  /** How long until a run that found the platform away looks again. */
  static final Duration AWAY_RETRY = Duration.ofSeconds(5);

  /** More moves than any run makes at one go; the next tick goes on. */
  private static final int MOVES_MAX = 1_000;

  private final RunStore store;
  private final Ledger ledger;
  private final MutationSteps mutations;
  private final CheckSteps checks;
  private final RunEvents facts;

  RunEngine(
      RunStore store, Ledger ledger, MutationSteps mutations, CheckSteps checks, RunEvents facts) {
    this.store = store;
    this.ledger = ledger;
    this.mutations = mutations;
    this.checks = checks;
    this.facts = facts;
  }

  /** Drives a run that this node has in hand. */
  void drive(UUID id) {
    try {
      for (var move = 0; move < MOVES_MAX; move++) {
        var run = store.find(id).orElseThrow();
        if (!drivable(run) || !move(run)) {
          return;
        }
      }
    } catch (Halted halted) {
      // Whoever halted it, or has it now, wrote down why.
      return;
    }
  }

  /** A run that waits for a person is left alone. */
  private static boolean drivable(Run run) {
    return !run.status().ended()
        && run.status() != Status.NEEDS_DECISION
        && !(run.status() == Status.PAUSED && run.dueAt() == null);
  }

  /** One move; false when the run is to be left alone for now. */
  private boolean move(Run run) {
    var current = run.current();
    if (current.isEmpty()) {
      end(run, run.undoing() ? Status.UNDONE : Status.SUCCEEDED, "every step is verified");
      return false;
    }
    var step = current.get();
    if (run.stopRequested() && !step.status().inFlight() && step.status() != State.OBSERVED) {
      end(run, run.undoing() ? Status.UNDO_FAILED : Status.STOPPED, "stopped by a person");
      return false;
    }
    if (step.status() == State.FAILED) {
      return false;
    }
    var going = going(run);
    var outcome =
        step.resolved().mutation() ? mutations.look(going, step) : checks.look(step, ledger.now());
    return settle(going, store.find(run.id()).orElseThrow(), step.id(), outcome);
  }

  /** A run that was paused or waiting and is due goes on. */
  private Run going(Run run) {
    if (run.status() == run.going()) {
      return run;
    }
    var now = ledger.now();
    return ledger.change(run, fresh -> fresh.to(fresh.going(), "", now, now), _ -> {});
  }

  private boolean settle(Run run, Run fresh, String stepId, Outcome outcome) {
    var now = ledger.now();
    var step = fresh.step(stepId).orElseThrow();
    return switch (outcome) {
      case Outcome.Done(var state, var detail, var result) -> {
        passed(run, step.to(state, detail, now).with(result));
        yield true;
      }
      case Outcome.Failed(var detail, var result) -> failed(run, step, detail, result);
      case Outcome.Later(var at, var waiting) -> {
        if (step.status() == waiting.status()) {
          ledger.keep(run, waiting);
        } else {
          ledger.move(run, waiting, waiting.status().name(), null, waiting.result());
        }
        var status = waiting.status() == State.WAITING ? Status.WAITING : run.going();
        ledger.change(run, r -> r.to(status, waiting.detail(), at, now), _ -> {});
        yield false;
      }
      case Outcome.Asked(var waiting) -> {
        ledger.move(run, waiting, "WAITING", null, Map.of());
        ledger.change(
            run, r -> r.to(Status.WAITING, waiting.detail(), waiting.deadlineAt(), now), _ -> {});
        yield false;
      }
      case Outcome.Away(var why, var _) -> {
        away(run, why);
        yield false;
      }
      case Outcome.Parked(var why) -> {
        ledger.change(run, r -> r.to(Status.PAUSED, why, null, now), _ -> {});
        yield false;
      }
      case Outcome.Undecidable(var why, var evidence) -> {
        ledger.move(
            run, step.to(State.UNKNOWN, why, now).with(evidence), "UNKNOWN", null, evidence);
        ledger.change(run, r -> r.to(Status.NEEDS_DECISION, why, null, now), _ -> {});
        yield false;
      }
    };
  }

  /** The platform is away: what is done stays, and the run goes on by itself when it is back. */
  private void away(Run run, String why) {
    var now = ledger.now();
    var status = run.undoing() ? Status.UNDOING : Status.PAUSED;
    ledger.change(
        run,
        r ->
            r.to(
                status,
                "The platform is away: %s. It goes on by itself when it is back.".formatted(why),
                now.plus(AWAY_RETRY),
                now),
        _ -> {});
  }

  private void passed(Run run, RunStep step) {
    ledger.move(run, step, step.status().name(), null, step.result());
    if (step.isUndo()) {
      undone(run, step);
    }
    if (step.status() == State.VERIFIED) {
      ledger.change(run, r -> r, r -> facts.verified(r, step));
    }
  }

  private void undone(Run run, RunStep undo) {
    run.step(undo.id().substring(RunStep.UNDO_PREFIX.length()))
        .ifPresent(
            original ->
                ledger.move(
                    run,
                    original.to(State.UNDONE, "undone: " + undo.detail(), ledger.now()),
                    "UNDONE",
                    null,
                    Map.of()));
  }

  private boolean failed(Run run, RunStep step, String detail, Map<String, Object> result) {
    var now = ledger.now();
    var failed = step.to(State.FAILED, detail, now).with(result);
    ledger.move(run, failed, "FAILED", null, result);
    if (step.isUndo()) {
      end(run, Status.UNDO_FAILED, detail);
      return false;
    }
    var onFail = step.resolved().attribute("on-fail", "pause");
    if (onFail.equals("continue")) {
      return true;
    }
    if (onFail.startsWith("goto:")) {
      skipTo(run, failed, onFail.substring("goto:".length()));
      return true;
    }
    if (onFail.equals("abort")) {
      end(run, Status.FAILED, "%s: %s".formatted(step.id(), detail));
    } else {
      ledger.change(
          run, r -> r.to(Status.PAUSED, "%s: %s".formatted(step.id(), detail), null, now), _ -> {});
    }
    return false;
  }

  /** Everything between a failed step and its {@code goto} is skipped, the failed one included. */
  private void skipTo(Run run, RunStep failed, String target) {
    for (var step : run.steps()) {
      if (step.id().equals(target)) {
        return;
      }
      if (step.position() >= failed.position() && !step.isUndo()) {
        var why = "skipped: %s failed".formatted(failed.id());
        ledger.move(run, step.to(State.SKIPPED, why, ledger.now()), "SKIPPED", null, Map.of());
      }
    }
  }

  private void end(Run run, Status status, String why) {
    var now = ledger.now();
    ledger.change(run, r -> r.to(status, why, null, now), facts::ended);
  }
}
