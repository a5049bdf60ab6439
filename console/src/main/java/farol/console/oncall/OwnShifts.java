package farol.console.oncall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.oncall.OnCallBoard.OwnShift;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.time.Duration;
import java.util.List;

/** The viewer's own next shifts, as a list; on a phone it stands for the lanes. */
class OwnShifts extends Div {
  static final Duration AHEAD = Duration.ofDays(60);
  private static final int SHOWN_MAX = 8;

  OwnShifts(List<OwnShift> shifts, Viewer viewer) {
    addClassNames("f-section", "f-below");
    add(new SectionHead("Your shifts", "in the next 60 days"));
    if (shifts.isEmpty()) {
      var none = new Span("None.");
      none.addClassName("f-3");
      add(none);
    }
    // A shift that reaches the end of the window is cut there, so its end is not known.
    var end = viewer.times().now().plus(AHEAD).minusSeconds(60);
    shifts.stream()
        .filter(own -> own.shift().end().isBefore(end))
        .limit(SHOWN_MAX)
        .forEach(own -> add(row(own, viewer)));
  }

  private static Div row(OwnShift own, Viewer viewer) {
    var shift = own.shift();
    var words =
        new Span(
            "%s to %s"
                .formatted(viewer.times().text(shift.start()), viewer.times().text(shift.end())));
    words.addClassName("f-strong");
    var sub = new Element("small");
    sub.setText(
        "%s, %s"
            .formatted(
                own.scheduleName(), Words.duration(Duration.between(shift.start(), shift.end()))));
    sub.setAttribute("class", "f-sub");
    var text = new Div(words);
    text.getElement().appendChild(sub);
    var row = new Div(text);
    row.addClassNames("f-line", "f-item");
    return row;
  }
}
