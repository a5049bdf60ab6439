package farol.console.oncall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Person;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.OnCallBoard.Watch;
import farol.console.ui.Mark;
import farol.console.ui.PersonChip;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import java.util.List;
import java.util.stream.Collectors;

/** Who is on call now, one cell a schedule: who, until when, and who comes then. */
class NowTable extends Div {
  NowTable(List<Watch> watches, Viewer viewer) {
    addClassName("f-nowtable");
    watches.forEach(watch -> add(cell(watch, viewer)));
  }

  private static Div cell(Watch watch, Viewer viewer) {
    var cell = new Div();
    cell.getElement().appendChild(small(title(watch)));
    var name = new Div();
    name.addClassName("f-name");
    if (watch.people().isEmpty()) {
      Tone.RED.on(name);
      name.add(Mark.TRIGGERED.shape(Tone.RED), new Span("nobody"));
    } else {
      name.add(PersonChip.avatar(watch.people().getFirst()), new Span(names(watch, viewer)));
    }
    cell.add(name);
    cell.getElement().appendChild(small(until(watch, viewer)));
    return cell;
  }

  private static String title(Watch watch) {
    return OnCall.INCIDENT_COMMANDER.equals(watch.purpose()) ? "Incident Commander" : watch.team();
  }

  private static String names(Watch watch, Viewer viewer) {
    return watch.people().stream()
        .map(person -> PersonChip.nameFor(person, viewer.person().id()))
        .collect(Collectors.joining(", "));
  }

  private static String until(Watch watch, Viewer viewer) {
    var until = watch.until();
    var next = watch.next().stream().map(Person::firstName).collect(Collectors.joining(", "));
    if (until == null) {
      return next.isEmpty() ? "no end in sight" : "next " + next;
    }
    var end = "until " + viewer.times().text(until);
    return next.isEmpty() ? end + ", then nobody" : end + ", then " + next;
  }

  private static Element small(String text) {
    var small = new Element("small");
    small.setText(text);
    return small;
  }
}
