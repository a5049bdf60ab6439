package farol.console.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.console.ui.CopyId;
import farol.console.ui.Gauge;
import farol.console.ui.Mark;
import farol.console.ui.PersonChip;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.incidents.room.RoomView;
import farol.incidents.room.Silence;

/** The head that stays: how bad, where it stands, who commands, how long we have been silent. */
class RoomHead extends Header {
  private final transient RoomServices services;
  private final RoomActs acts;

  RoomHead(RoomServices services, Runnable redraw) {
    this.services = services;
    this.acts = new RoomActs(services, redraw);
    addClassName("f-roomhead");
  }

  void show(RoomView room) {
    removeAll();
    acts.show(room);
    acts.addClassName("f-desk");
    add(title(room), commander(room), silence(room), acts);
  }

  private Div title(RoomView room) {
    var incident = room.incident();
    var plate = Sev.plate(incident.severity(), incident.state());
    var heading = new H1(incident.title());
    var line = new Div(plate, heading);
    line.addClassName("f-roomtitle");
    var state = new Span(incident.state().word());
    state.getElement().setAttribute("data-state", incident.state().name());
    state.addClassName(incident.state().open() ? "f-strong" : "f-2");
    var sub =
        new Div(
            new CopyId(incident.key()),
            state,
            services.viewer().times().age(incident.milestones().declaredAt()));
    sub.addClassName("f-sub");
    if (incident.summary() != null) {
      var summary = new Span(incident.summary());
      summary.addClassNames("f-clip", "f-desk");
      sub.add(summary);
    }
    return new Div(line, sub);
  }

  private Div commander(RoomView room) {
    var figure = figure();
    var held = room.commander();
    if (held == null) {
      var open = room.incident().state().open();
      figure.getElement().appendChild(small(new Span("Commander")));
      figure.add(
          open
              ? new StateMark(Mark.TRIGGERED, "nobody yet", Tone.RED).loud()
              : PersonChip.nobody());
      return figure;
    }
    var word = held.acting() ? "Acting commander, " : "Commander, ";
    figure
        .getElement()
        .appendChild(small(new Span(word), services.viewer().times().age(held.since())));
    var name = new Element("b");
    name.appendChild(PersonChip.of(held.person(), services.viewer().person().id()).getElement());
    figure.getElement().appendChild(name);
    return figure;
  }

  private Component silence(RoomView room) {
    var silence = room.silence();
    var times = services.viewer().times();
    var figure = figure();
    if (!silence.running()) {
      figure.getElement().appendChild(small(new Span("Customers")));
      figure.add(new Span(silence.lastWordAt() == null ? "Nothing was said" : "Final word said"));
      return figure;
    }
    var word = silence.lastWordAt() == null ? "Nothing said for " : "Silent for ";
    var since = new Span(new Span(word), strong(times.age(silence.since()), silence));
    since.addClassName("f-2");
    figure.add(since);
    if (silence.promisedAt() == null) {
      figure.getElement().appendChild(small(new Span("No next word promised")));
      return figure;
    }
    var due = new Span(new Span("Next word due "), times.countdown(silence.promisedAt()));
    figure.add(new Gauge(silence.share(times.now()), due));
    return figure;
  }

  private Span strong(Span age, Silence silence) {
    age.addClassName("f-strong");
    switch (silence.mood(services.viewer().times().now())) {
      case QUIET -> {}
      case NEAR -> Tone.AMBER.on(age);
      case DUE -> Tone.RED.on(age);
    }
    age.addClassName("f-toned");
    return age;
  }

  private static Div figure() {
    var figure = new Div();
    figure.addClassName("f-fig");
    return figure;
  }

  private static Element small(Component... parts) {
    var small = new Element("small");
    for (var part : parts) {
      small.appendChild(part.getElement());
    }
    return small;
  }
}
