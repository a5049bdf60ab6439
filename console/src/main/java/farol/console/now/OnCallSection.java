package farol.console.now;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.OnCallBoard;
import farol.alerting.oncall.OnCallBoard.Watch;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;

/** Who is on call for each team, and until when. */
final class OnCallSection {
  private OnCallSection() {}

  static Div of(Viewer viewer, OnCallBoard board) {
    var section = new Div(new SectionHead("On call").link("All schedules", "on-call"));
    section.addClassName("f-section");
    board.now(viewer.times().now()).forEach(watch -> section.add(row(viewer, watch)));
    return section;
  }

  private static Div row(Viewer viewer, Watch watch) {
    var commander = OnCall.INCIDENT_COMMANDER.equals(watch.purpose());
    var team = new Span(commander ? "IC" : watch.team());
    team.addClassNames("f-2", "f-clip");
    if (commander) {
      team.getElement().setAttribute("title", "Incident Commander");
    }
    var who =
        watch.people().stream()
            .findFirst()
            .map(person -> PersonChip.of(person, viewer.person().id()))
            .orElseGet(PersonChip::nobody);
    var until = watch.until();
    var end = until == null ? new Span() : viewer.times().at(until);
    end.addClassName("f-2");
    var row = new Div(team, who, end);
    row.addClassName("f-oncall");
    return row;
  }
}
