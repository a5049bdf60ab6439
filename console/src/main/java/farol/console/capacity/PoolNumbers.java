package farol.console.capacity;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.dom.Element;
import farol.capacity.forecast.Forecast;
import farol.capacity.pool.PoolStatus;
import farol.console.ui.Times;

/** The chart as a table: a line for each day ahead. */
class PoolNumbers extends Details {
  private static final int DAY = 24;

  PoolNumbers(PoolStatus status, Forecast forecast, Times times) {
    setSummaryText("Show numbers");
    var table = new Element("table");
    table.setAttribute("class", "c-numbers");
    table.appendChild(row("th", "From", "Expected peak", "Upper 95\u202f%", "Left"));
    var demand = status.demand();
    for (var step = 0; step < forecast.mean().size(); step += DAY) {
      var end = Math.min(step + DAY, forecast.mean().size());
      var high = highest(forecast.hi95(), step, end);
      var from = demand.until().plus(demand.step().multipliedBy(step));
      table.appendChild(
          row(
              "td",
              times.text(from),
              Rates.perSecond(highest(forecast.mean(), step, end)),
              Rates.perSecond(high),
              left(status, high)));
    }
    getElement().appendChild(table);
  }

  private static String left(PoolStatus status, double high) {
    var headroom = status.headroom();
    return headroom == null || headroom.capacity() == 0
        ? "not known"
        : Rates.percent(1 - high / headroom.capacity());
  }

  private static double highest(java.util.List<Double> values, int from, int until) {
    return values.subList(from, until).stream().mapToDouble(value -> value).max().orElse(0);
  }

  private static Element row(String cell, String... texts) {
    var row = new Element("tr");
    for (var text : texts) {
      var element = new Element(cell);
      element.setText(text);
      row.appendChild(element);
    }
    return row;
  }
}
