package farol.checklists.lifecycle;

import farol.alerting.door.Refusal;
import farol.checklists.checklist.Stage;

/** Which moves the board knows. Nothing enters production but by the gate. */
final class Transitions {
  private Transitions() {}

  static void check(Stage from, Stage to) {
    if (from == to) {
      throw Refusal.conflict("already-there", "It stands in %s already".formatted(to.word()));
    }
    if (!allowed(from, to)) {
      throw Refusal.conflict(
          "not-a-transition",
          "The board has no move from %s to %s".formatted(from.word(), to.word()));
    }
  }

  static boolean allowed(Stage from, Stage to) {
    return switch (to) {
      case PROTOTYPE, DEVELOPMENT -> early(from);
      case BETA -> early(from) || from == Stage.PRODUCTION;
      case PRODUCTION -> from == Stage.BETA || from == Stage.DEPRECATED;
      case DEPRECATED -> from == Stage.PRODUCTION || from == Stage.SUNSET;
      case SUNSET -> from == Stage.DEPRECATED;
    };
  }

  private static boolean early(Stage stage) {
    return stage == Stage.PROTOTYPE || stage == Stage.DEVELOPMENT || stage == Stage.BETA;
  }
}
