package farol.console.capacity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.capacity.demand.Source;
import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Times;
import farol.console.ui.Tone;
import org.jspecify.annotations.Nullable;

/** Whether the demand still comes in, and by which method the forecast is made. */
class SourceLine extends Div {
  static final String METHOD = "Seasonal naive: repeats last week";

  SourceLine(@Nullable Source source, Times times) {
    addClassName("c-source");
    add(new Span(METHOD + "."));
    if (source == null) {
      return;
    }
    switch (source.state()) {
      case ALIVE -> add(new StateMark(Mark.OPERATIONAL, "Demand comes in", Tone.GREEN));
      case WAITING -> add(new StateMark(Mark.PLANNED, "Waiting for the first data", Tone.BLUE));
      case SILENT -> silent(source, times);
    }
  }

  private void silent(Source source, Times times) {
    var since = source.stateSince();
    var word = since == null ? "Silent" : "Silent since " + times.text(since);
    add(new StateMark(Mark.UNKNOWN, word, Tone.AMBER));
    add(new Span("The last data stands. " + (source.text() == null ? "" : source.text())));
  }
}
