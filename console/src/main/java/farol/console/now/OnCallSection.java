package farol.console.now;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Catalog;
import farol.alerting.oncall.OnCall;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;

/** Who is on call for each team, and until when. */
final class OnCallSection {
  private OnCallSection() {}

  static Div of(Viewer viewer, OnCall onCall, Catalog catalog) {
    var section = new Div(new SectionHead("On call").link("All schedules", "on-call"));
    section.addClassName("f-section");
    onCall.at(viewer.times().now()).stream()
        .map(entry -> row(viewer, catalog, entry))
        .forEach(section::add);
    return section;
  }

  private static Div row(Viewer viewer, Catalog catalog, OnCall.Entry entry) {
    var team = new Span(entry.team());
    team.addClassName("f-2");
    var who =
        catalog
            .person(entry.person())
            .map(person -> PersonChip.of(person, viewer.person().id()))
            .orElseGet(PersonChip::nobody);
    var until = entry.until();
    var row = new Div(team, who, until == null ? new Span() : viewer.times().at(until));
    row.addClassName("f-oncall");
    return row;
  }
}
