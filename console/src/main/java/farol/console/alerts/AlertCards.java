package farol.console.alerts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Times;
import java.util.List;
import java.util.function.Consumer;

/** The same list for a thumb: state, person and age, the summary, what comes next. */
class AlertCards extends Div {
  static final int CARDS_MAX = 60;

  private final transient Times times;
  private final transient Consumer<AlertRow> acknowledge;

  AlertCards(Times times, Consumer<AlertRow> acknowledge) {
    this.times = times;
    this.acknowledge = acknowledge;
    addClassNames("f-board", "f-phone-block");
  }

  void show(List<AlertRow> rows) {
    removeAll();
    for (var i = 0; i < Math.min(CARDS_MAX, rows.size()); i++) {
      add(BurningAlert.line(rows.get(i), times, acknowledge, i == 0));
    }
    if (rows.size() > CARDS_MAX) {
      var more = new Span("%d more; filter to see them".formatted(rows.size() - CARDS_MAX));
      more.addClassName("f-3");
      add(more);
    }
  }
}
