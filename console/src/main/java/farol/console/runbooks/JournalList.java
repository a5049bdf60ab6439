package farol.console.runbooks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Viewer;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.Runs;
import java.util.Locale;

/** The newest rows of a run's journal, oldest of them first. */
class JournalList extends Div {
  private static final int ROWS_MAX = 40;

  JournalList(Runs runs, Run run, Viewer viewer) {
    var rows = runs.journal(run.id());
    var from = Math.max(0, rows.size() - ROWS_MAX);
    if (rows.isEmpty()) {
      add(new Span("Nothing is written yet."));
    }
    for (var row : rows.subList(from, rows.size())) {
      var id = row.requestId();
      var what = new Span("%s, %s".formatted(row.step(), row.state().toLowerCase(Locale.ROOT)));
      var line = new Div(viewer.times().atSecond(row.at()), what);
      line.addClassName("f-change");
      if (id != null) {
        line.getElement().setAttribute("title", "Request " + id);
      }
      add(line);
    }
  }
}
