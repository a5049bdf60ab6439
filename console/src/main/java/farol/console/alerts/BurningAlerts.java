package farol.console.alerts;

import com.vaadin.flow.component.html.Div;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.OpenGroup;
import farol.console.ui.RefusalLine;
import farol.console.ui.Viewer;
import org.springframework.stereotype.Component;

/** Draws groups that burn as lines that can be acknowledged, for other views. */
public final class BurningAlerts {
  private final Viewer viewer;
  private final AlertActs acts;

  private BurningAlerts(Viewer viewer, AlertActs acts) {
    this.viewer = viewer;
    this.acts = acts;
  }

  /** The line of one group; the loudest of a view has its one primary button. */
  public Div line(OpenGroup group, boolean loudest) {
    return BurningAlert.line(
        AlertRow.of(group),
        viewer.times(),
        row -> acts.acknowledge(row.id(), row.number()),
        loudest);
  }

  /** Makes lines for a view. */
  @Component
  public static class Acts {
    private final AlertDesk desk;

    Acts(AlertDesk desk) {
      this.desk = desk;
    }

    /**
     * Lines whose refusals stand in {@code refusal}.
     *
     * @param after runs once something happened
     */
    public BurningAlerts in(Viewer viewer, RefusalLine refusal, Runnable after) {
      return new BurningAlerts(viewer, new AlertActs(viewer, desk, refusal, after));
    }
  }
}
