package farol.console.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Gauge;
import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.room.IncidentLine;

/** One incident in a list: severity, title, commander, silence or review, age. */
class IncidentRow extends Div {
  IncidentRow(IncidentLine line, Viewer viewer) {
    addClassNames("f-line", "f-inc");
    getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    var open = line.state().open();
    getElement().setAttribute("data-over", !open);
    add(
        Sev.plate(line.severity(), line.state()),
        title(line),
        commander(line),
        open ? silence(line, viewer) : review(line),
        age(line, viewer));
  }

  private static Component title(IncidentLine line) {
    var link = new Anchor(line.path().substring(1), line.title());
    link.setRouterIgnore(false);
    link.addClassName("f-title");
    var under = new Span(line.key() + ", " + line.state().word());
    under.addClassNames("f-3", "f-num");
    var cell = new Div(link, under);
    cell.addClassName("f-inc-title");
    return cell;
  }

  private static Component commander(IncidentLine line) {
    if (!line.state().open()) {
      return new Span();
    }
    var commander = line.commander();
    if (commander == null) {
      var nobody = new StateMark(Mark.TRIGGERED, "nobody commands", Tone.RED);
      nobody.addClassName("f-inc-who");
      return nobody;
    }
    var who = new Span(commander.name() + (line.acting() ? ", acting" : ""));
    who.addClassName("f-inc-who");
    return who;
  }

  private static Component silence(IncidentLine line, Viewer viewer) {
    var times = viewer.times();
    var silence = line.silence();
    if (!silence.running()) {
      return quiet("Final word said");
    }
    if (silence.promisedAt() == null) {
      var word = silence.lastWordAt() == null ? "Nothing said for " : "Silent for ";
      return quiet(word, times.age(silence.since()));
    }
    var said = new Span(new Span("Next word "), times.countdown(silence.promisedAt()));
    return new Gauge(silence.share(times.now()), said);
  }

  private static Component review(IncidentLine line) {
    var state = line.retrospective();
    if (state == null) {
      return new Span();
    }
    return switch (state) {
      case DRAFT -> new StateMark(Mark.PLANNED, "Retrospective to write", Tone.GREY);
      case IN_REVIEW -> new StateMark(Mark.WAITING, "Waits for a manager", Tone.AMBER);
      case REVIEWED, CLOSED -> new StateMark(Mark.VERIFIED, word(state), Tone.GREEN);
    };
  }

  private static String word(RetrospectiveState state) {
    return Words.title(state);
  }

  private static Component age(IncidentLine line, Viewer viewer) {
    var resolved = line.resolvedAt();
    var age =
        resolved == null ? viewer.times().age(line.declaredAt()) : viewer.times().at(resolved);
    age.addClassNames("f-2", "f-end");
    return age;
  }

  private static Span quiet(String word, Component... more) {
    var span = new Span(new Span(word));
    span.add(more);
    span.addClassName("f-2");
    return span;
  }
}
