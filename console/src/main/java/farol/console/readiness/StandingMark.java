package farol.console.readiness;

import farol.checklists.gate.Standing;
import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Times;
import farol.console.ui.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a live service stands, as shape, word and tone. */
final class StandingMark {
  private StandingMark() {}

  static StateMark of(Standing standing, @Nullable Instant graceUntil, Times times) {
    var date = graceUntil == null ? "" : times.day(graceUntil);
    return switch (standing) {
      case GOOD -> new StateMark(Mark.VERIFIED, "Good", Tone.GREEN);
      case GRACE -> new StateMark(Mark.WAITING, "Grace until " + date, Tone.AMBER);
      case DEGRADED -> new StateMark(Mark.DEGRADED, "Degraded, " + date, Tone.AMBER);
    };
  }

  static boolean fallsShort(@Nullable Standing standing) {
    return standing == Standing.GRACE || standing == Standing.DEGRADED;
  }

  static boolean degraded(Standing standing) {
    return standing == Standing.DEGRADED;
  }
}
