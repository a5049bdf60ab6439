package farol.console.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Times;
import farol.console.ui.Tone;
import java.util.function.Consumer;

/** An alert as one line of what burns: on Now, and on a phone everywhere. */
final class BurningAlert {
  private BurningAlert() {}

  static Div line(AlertRow row, Times times, Consumer<AlertRow> acknowledge, boolean loudest) {
    var who = new Span(Sentences.whoHas(row));
    who.addClassName(row.who() == null ? "f-3" : "f-2");
    var line =
        new Div(
            AlertStates.of(row.state()),
            title(row),
            who,
            times.age(row.acceptedAt()),
            end(row, times, acknowledge, loudest));
    line.addClassNames("f-line", "f-burn");
    line.getElement()
        .setAttribute("data-burning", row.burns())
        .setAttribute("data-row", true)
        .setAttribute("tabindex", "0");
    return line;
  }

  private static Div title(AlertRow row) {
    var link = new Anchor("alerts/" + row.number(), row.summary());
    link.addClassNames("f-title", "f-clip");
    var id = new Span("#" + row.number());
    id.addClassName("f-id");
    var words = new Span(AlertStates.severity(row.severity()), new Span(", " + row.service()));
    var sub = new Div(id, words);
    sub.addClassName("f-sub");
    if (row.size() > 1) {
      sub.add(new Span("%d alerts".formatted(row.size())));
    }
    return new Div(link, sub);
  }

  private static Component end(
      AlertRow row, Times times, Consumer<AlertRow> acknowledge, boolean loudest) {
    if (!row.burns()) {
      var words = new Span(Sentences.next(row, times));
      words.addClassName("f-3");
      return words;
    }
    var end = new Div();
    end.addClassName("f-act");
    var next = row.nextAt();
    var words = new Span();
    if (next != null) {
      var due = times.countdown(next);
      Tone.RED.on(due);
      var said = new Span("Hands up");
      said.addClassName("f-phone");
      words.addClassName("f-next");
      words.add(said, due);
    }
    var button = new Button("Acknowledge", _ -> acknowledge.accept(row));
    if (loudest) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
    }
    end.add(words, button);
    return end;
  }
}
