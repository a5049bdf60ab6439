package farol.console.now;

import com.vaadin.flow.component.html.Div;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.OpenGroup;
import farol.alerting.catalog.Catalog;
import farol.console.alerts.BurningAlerts;
import farol.console.ui.EmptyState;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.room.IncidentLine;
import java.util.List;

/** What burns: alerts nobody has first, then incidents, then what somebody holds. */
final class Burning {
  private static final int ALERTS_MAX = 12;

  private final Viewer viewer;
  private final Catalog catalog;
  private final BurningAlerts alerts;

  Burning(Viewer viewer, Catalog catalog, BurningAlerts alerts) {
    this.viewer = viewer;
    this.catalog = catalog;
    this.alerts = alerts;
  }

  Div of(List<OpenGroup> groups, List<IncidentLine> incidents) {
    var head =
        new SectionHead(
            "Burning",
            "%s, %s"
                .formatted(
                    Words.plural(incidents.size(), "incident", "incidents"),
                    Words.plural(groups.size(), "alert", "alerts")));
    if (groups.size() > ALERTS_MAX) {
      head.link("All alerts", "alerts");
    }
    var section = new Div(head);
    section.addClassNames("f-section", "f-board");
    if (groups.isEmpty() && incidents.isEmpty()) {
      section.add(
          new EmptyState(
              "Nothing is firing.",
              "Alerts and incidents stand here as long as they burn. Ctrl K finds the rest."));
      return section;
    }
    add(section, groups, AlertState.TRIGGERED);
    incidents.forEach(line -> section.add(IncidentRow.of(line, viewer, catalog)));
    add(section, groups, AlertState.ACKNOWLEDGED);
    return section;
  }

  private void add(Div section, List<OpenGroup> groups, AlertState state) {
    groups.stream()
        .filter(group -> group.state() == state)
        .limit(ALERTS_MAX)
        .forEach(group -> section.add(alerts.line(group, group.equals(groups.getFirst()))));
  }
}
