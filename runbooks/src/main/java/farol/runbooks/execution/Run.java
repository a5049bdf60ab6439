package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one plan.
 *
 * @param detail why it stands where it stands, in one line
 * @param dueAt when a worker looks at it next, null while a person has to act
 * @param token the fencing token of whoever has it in hand
 */
public record Run(
    UUID id,
    Plan plan,
    Status status,
    String title,
    @Nullable String app,
    PersonId starter,
    @Nullable IncidentId incident,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant pausedAt,
    String detail,
    @Nullable Instant dueAt,
    boolean stopRequested,
    long token,
    List<RunStep> steps) {
  /** How long the changes of an ended run can be undone. */
  public static final Duration UNDO_WINDOW = Duration.ofHours(24);

  private static final Set<Status> UNDOABLE =
      Set.of(Status.SUCCEEDED, Status.STOPPED, Status.FAILED, Status.UNDO_FAILED);

  /** Where a run stands. */
  public enum Status {
    RUNNING,
    WAITING,
    PAUSED,
    NEEDS_DECISION,
    SUCCEEDED,
    FAILED,
    STOPPED,
    UNDOING,
    UNDONE,
    UNDO_FAILED;

    /** Whether nothing will happen by itself and nobody is waited for. */
    public boolean ended() {
      return switch (this) {
        case SUCCEEDED, FAILED, STOPPED, UNDONE, UNDO_FAILED -> true;
        case RUNNING, WAITING, PAUSED, NEEDS_DECISION, UNDOING -> false;
      };
    }
  }

  public Run {
    steps = List.copyOf(steps);
  }

  public String runbook() {
    return plan.runbook();
  }

  public Optional<RunStep> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** True once undoing began: then only the undo steps are done. */
  boolean undoing() {
    return steps.stream().anyMatch(RunStep::isUndo);
  }

  /** The first step that is not behind us. */
  public Optional<RunStep> current() {
    var undoing = undoing();
    return steps.stream().filter(step -> step.isUndo() == undoing && !step.passed()).findFirst();
  }

  /** The status to which a run that goes on returns. */
  Status going() {
    return undoing() ? Status.UNDOING : Status.RUNNING;
  }

  /** The steps whose changes stand, in the order they were made. */
  List<RunStep> effects() {
    return steps.stream().filter(step -> !step.isUndo() && step.effective()).toList();
  }

  /** Whether, until when, and if not why not, its changes can be undone. */
  public record UndoOffer(boolean available, @Nullable Instant until, @Nullable String reason) {}

  public UndoOffer undoOffer(Instant now) {
    if (!UNDOABLE.contains(status) || endedAt == null) {
      return new UndoOffer(
          false, null, status == Status.UNDONE ? "already undone" : "the run has not ended");
    }
    var until = endedAt.plus(UNDO_WINDOW);
    if (effects().isEmpty()) {
      return new UndoOffer(false, null, "nothing stands that this run changed");
    }
    if (effects().stream().anyMatch(step -> step.resolved().undo().kind().equals("none"))) {
      return new UndoOffer(false, null, "the runbook says that it cannot be undone");
    }
    return now.isBefore(until)
        ? new UndoOffer(true, until, null)
        : new UndoOffer(false, until, "the 24 hours are over");
  }

  /** The same run in another state; {@code due} is when a worker looks again. */
  Run to(Status next, String why, @Nullable Instant due, Instant now) {
    return new Run(
        id,
        plan,
        next,
        title,
        app,
        starter,
        incident,
        startedAt,
        next.ended() ? now : null,
        next == Status.PAUSED ? (pausedAt == null ? now : pausedAt) : null,
        why,
        next.ended() ? null : due,
        !next.ended() && stopRequested,
        token,
        steps);
  }

  Run stopping(Instant now) {
    return new Run(
        id, plan, status, title, app, starter, incident, startedAt, endedAt, pausedAt, detail, now,
        true, token, steps);
  }
}
