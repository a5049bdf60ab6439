package farol.console.now;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Person;
import farol.alerting.oncall.OnCallBoard.Watch;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.console.ui.Viewer;
import farol.incidents.room.IncidentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What comes: public words promised, and handoffs. */
record Coming(Instant at, String what, String detail) {
  private static final Duration AHEAD = Duration.ofDays(7);
  private static final int SHOWN_MAX = 8;

  static List<Coming> of(List<Watch> watches, List<IncidentLine> incidents, Viewer viewer) {
    var now = viewer.times().now();
    var coming = new ArrayList<Coming>();
    for (var incident : incidents) {
      var promised = incident.silence().promisedAt();
      if (promised != null && incident.silence().running()) {
        coming.add(new Coming(promised, "Public word due", incident.key()));
      }
    }
    for (var watch : watches) {
      var until = watch.until();
      if (until != null) {
        coming.add(new Coming(until, handoff(watch, viewer), watch.scheduleName()));
      }
    }
    return coming.stream()
        .filter(item -> item.at.isAfter(now) && item.at.isBefore(now.plus(AHEAD)))
        .sorted(Comparator.comparing(Coming::at))
        .limit(SHOWN_MAX)
        .toList();
  }

  private static String handoff(Watch watch, Viewer viewer) {
    return "Handoff: %s to %s"
        .formatted(names(watch.people(), viewer), names(watch.next(), viewer));
  }

  private static String names(List<Person> people, Viewer viewer) {
    return people.isEmpty()
        ? "nobody"
        : people.stream()
            .map(
                person ->
                    viewer.is(person) ? "you" : PersonChip.nameFor(person, viewer.person().id()))
            .collect(Collectors.joining(", "));
  }

  static Div section(List<Coming> coming, Times times) {
    var section = new Div(new SectionHead("Coming"));
    section.addClassName("f-section");
    var today = times.day(times.now());
    var day = today;
    for (var item : coming) {
      var its = times.day(item.at);
      if (!its.equals(day)) {
        day = its;
        var head = new Div(its);
        head.addClassName("f-day");
        section.add(head);
      }
      section.add(item.row(times));
    }
    if (coming.isEmpty()) {
      var none = new Div("Nothing within a week.");
      none.addClassNames("f-3", "f-padded");
      section.add(none);
    }
    return section;
  }

  private Div row(Times times) {
    var time = new Element("time");
    time.setText(times.clock(at));
    time.setAttribute("title", Times.utc(at));
    var small = new Element("small");
    small.setText(detail);
    var text = new Div(what);
    text.getElement().appendChild(small);
    var row = new Div();
    row.addClassName("f-when");
    row.getElement().appendChild(time, text.getElement());
    return row;
  }
}
