package farol.console.statuspage;

import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.statuspage.component.State;
import farol.statuspage.incident.PostState;

/** States of the status page as the console draws them: shape, word, tone. */
final class Shown {
  private Shown() {}

  static StateMark of(State state) {
    return of(state, state.word());
  }

  static StateMark of(State state, String word) {
    var mark =
        switch (state) {
          case OPERATIONAL -> new StateMark(Mark.OPERATIONAL, word, Tone.GREEN);
          case UNKNOWN -> new StateMark(Mark.UNKNOWN, word, Tone.GREY);
          case UNDER_MAINTENANCE -> new StateMark(Mark.MAINTENANCE, word, Tone.BLUE);
          case DEGRADED_PERFORMANCE -> new StateMark(Mark.DEGRADED, word, Tone.AMBER);
          case PARTIAL_OUTAGE -> new StateMark(Mark.PARTIAL, word, Tone.ORANGE);
          case MAJOR_OUTAGE -> new StateMark(Mark.MAJOR, word, Tone.RED);
        };
    return state == State.OPERATIONAL ? mark : mark.loud();
  }

  static StateMark of(PostState state) {
    return switch (state) {
      case DRAFT -> new StateMark(Mark.WAITING, "Needs approval", Tone.AMBER);
      case APPROVED -> new StateMark(Mark.VERIFIED, "Approved", Tone.BLUE);
      case PUBLISHED -> new StateMark(Mark.VERIFIED, "Published", Tone.GREEN);
      case VOIDED -> new StateMark(Mark.FAILED, "Void", Tone.RED);
      case DISCARDED -> new StateMark(Mark.SKIPPED, "Discarded", Tone.GREY);
    };
  }
}
