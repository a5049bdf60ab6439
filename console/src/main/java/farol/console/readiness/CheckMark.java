package farol.console.readiness;

import farol.checklists.gate.CheckState;
import farol.checklists.gate.Outcome;
import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;

/** The states of checks and verdicts, as shape, word and tone. */
final class CheckMark {
  private CheckMark() {}

  static StateMark of(CheckState state) {
    return switch (state) {
      case PASSING -> new StateMark(Mark.VERIFIED, "Passing", Tone.GREEN);
      case FAILING -> new StateMark(Mark.FAILED, "Failing", Tone.RED);
      case STALE -> new StateMark(Mark.WAITING, "Stale", Tone.AMBER);
      case MISSING -> new StateMark(Mark.PLANNED, "Missing", Tone.AMBER);
      case UNKNOWN -> new StateMark(Mark.UNKNOWN, "Unknown", Tone.AMBER);
      case WAIVED -> new StateMark(Mark.SKIPPED, "Waived", Tone.AMBER);
      case AT_LAUNCH -> new StateMark(Mark.PLANNED, "At launch", Tone.BLUE);
      case NOT_APPLICABLE -> new StateMark(Mark.SUPPRESSED, "Not asked", Tone.GREY);
    };
  }

  static StateMark of(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> new StateMark(Mark.VERIFIED, "Allowed", Tone.GREEN);
      case ALLOW_WITH_WAIVERS -> new StateMark(Mark.SKIPPED, "Allowed with waivers", Tone.AMBER);
      case DENY -> new StateMark(Mark.FAILED, "Denied", Tone.RED);
      case UNKNOWN -> new StateMark(Mark.UNKNOWN, "Cannot tell", Tone.AMBER);
    };
  }
}
