package farol.console.alerts;

import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertId;
import farol.console.ui.RefusalLine;
import farol.console.ui.Toast;
import farol.console.ui.Viewer;

/** What the viewer does with an alert, with the toast that says what is true then. */
final class AlertActs {
  private final Viewer viewer;
  private final AlertDesk desk;
  private final RefusalLine refusal;
  private final Runnable after;

  /**
   * Acts whose refusals stand in {@code refusal}.
   *
   * @param after runs once something happened
   */
  AlertActs(Viewer viewer, AlertDesk desk, RefusalLine refusal, Runnable after) {
    this.viewer = viewer;
    this.desk = desk;
    this.refusal = refusal;
    this.after = after;
  }

  void acknowledge(AlertId id, long number) {
    if (refusal.attempt(() -> desk.acknowledge(viewer.actor(), id))) {
      after.run();
      Toast.undoable("Acknowledged #%d. You have it.".formatted(number), () -> giveBack(id));
    }
  }

  void resolve(AlertId id, long number) {
    if (refusal.attempt(() -> desk.resolve(viewer.actor(), id))) {
      after.run();
      Toast.show("Resolved #%d. It is over.".formatted(number));
    }
  }

  private void giveBack(AlertId id) {
    if (refusal.attempt(() -> desk.unacknowledge(viewer.actor(), id))) {
      after.run();
    }
  }
}
