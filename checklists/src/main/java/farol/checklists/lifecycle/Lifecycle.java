package farol.checklists.lifecycle;

import farol.checklists.checklist.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a service stands on the board.
 *
 * @param since from when; null while the service has never been moved
 * @param adopted in production before Farol knew it
 * @param launchedAt of a live service; of an adopted one the instant of its adoption
 */
public record Lifecycle(
    Stage stage, @Nullable Instant since, boolean adopted, @Nullable Instant launchedAt) {
  /** Where a service stands that nobody has moved. */
  public static final Lifecycle NEW = new Lifecycle(Stage.PROTOTYPE, null, false, null);

  public Lifecycle {
    if (stage.live() && launchedAt == null) {
      throw new IllegalArgumentException("A live service went live at some instant");
    }
  }

  /** Where it stands after a move that the board allows. */
  Lifecycle moved(Stage to, Instant at) {
    if (to == Stage.PRODUCTION && !stage.live()) {
      return new Lifecycle(to, at, false, at);
    }
    return to.live()
        ? new Lifecycle(to, at, adopted, launchedAt == null ? at : launchedAt)
        : new Lifecycle(to, at, false, null);
  }
}
