package farol.console.runbooks;

import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.RunStep;
import farol.runbooks.library.Freshness;

/** The states of this room by shape, word and tone. */
final class Marks {
  private Marks() {}

  static StateMark of(Run.Status status) {
    return switch (status) {
      case RUNNING -> new StateMark(Mark.RUNNING, "Running", Tone.BLUE);
      case WAITING -> new StateMark(Mark.WAITING, "Waiting", Tone.AMBER);
      case PAUSED -> new StateMark(Mark.WAITING, "Paused", Tone.AMBER);
      case NEEDS_DECISION -> new StateMark(Mark.UNKNOWN, "Needs a decision", Tone.RED);
      case SUCCEEDED -> new StateMark(Mark.VERIFIED, "Succeeded", Tone.GREEN);
      case FAILED -> new StateMark(Mark.FAILED, "Failed", Tone.RED);
      case STOPPED -> new StateMark(Mark.SUPPRESSED, "Stopped", Tone.GREY);
      case UNDOING -> new StateMark(Mark.RUNNING, "Undoing", Tone.BLUE);
      case UNDONE -> new StateMark(Mark.UNDONE, "Undone", Tone.GREY);
      case UNDO_FAILED -> new StateMark(Mark.FAILED, "Undo failed", Tone.RED);
    };
  }

  static StateMark of(RunStep step) {
    return switch (step.status()) {
      case PENDING -> new StateMark(Mark.PLANNED, "Planned", Tone.GREY);
      case INTENT, SENT -> new StateMark(Mark.RUNNING, "Sent", Tone.BLUE);
      case OBSERVED -> new StateMark(Mark.RUNNING, "Observed", Tone.BLUE);
      case VERIFIED ->
          "warn".equals(step.result().get("outcome"))
              ? new StateMark(Mark.DEGRADED, "Warning", Tone.AMBER)
              : new StateMark(Mark.VERIFIED, "Verified", Tone.GREEN);
      case WAITING ->
          step.resolved().verb().equals("manual")
              ? new StateMark(Mark.WAITING, "Needs a person", Tone.AMBER)
              : new StateMark(Mark.RUNNING, "Checking", Tone.BLUE);
      case SKIPPED -> new StateMark(Mark.SKIPPED, "Skipped", Tone.GREY);
      case FAILED -> new StateMark(Mark.FAILED, "Failed", Tone.RED);
      case UNKNOWN -> new StateMark(Mark.UNKNOWN, "Unknown", Tone.RED);
      case UNDONE -> new StateMark(Mark.UNDONE, "Undone", Tone.GREY);
    };
  }

  static StateMark ofPlan(String status, int missing) {
    return switch (status) {
      case "READY" ->
          missing > 0
              ? new StateMark(Mark.WAITING, "Needs approval", Tone.AMBER)
              : new StateMark(Mark.VERIFIED, "Ready", Tone.GREEN);
      case "BLOCKED" -> new StateMark(Mark.FAILED, "Blocked", Tone.RED);
      case "USED" -> new StateMark(Mark.VERIFIED, "Used", Tone.GREY);
      case "EXPIRED" -> new StateMark(Mark.SKIPPED, "Expired", Tone.GREY);
      default -> new StateMark(Mark.SKIPPED, "Superseded", Tone.GREY);
    };
  }

  static StateMark of(Freshness freshness) {
    return switch (freshness.state()) {
      case "fresh" -> new StateMark(Mark.VERIFIED, "Fresh", Tone.GREEN);
      case "stale" -> new StateMark(Mark.DEGRADED, "Review overdue", Tone.AMBER);
      case "failing" -> new StateMark(Mark.FAILED, "Failed last", Tone.RED);
      default -> new StateMark(Mark.PLANNED, "Never run", Tone.GREY);
    };
  }
}
