package farol.console.capacity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Role;
import farol.capacity.demand.PoolKey;
import farol.capacity.demand.SeriesRow;
import farol.capacity.forecast.Forecast;
import farol.capacity.pool.PoolStatus;
import farol.capacity.pool.Pools;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pool: what is asked of it, what it carries, and what may come. */
@PermitAll
@Route(value = "capacity/:region/:size", layout = MainLayout.class)
@StyleSheet("context://capacity.css")
class PoolView extends Page implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Viewer viewer;
  private final transient Pools pools;
  private PoolKey key = new PoolKey("", "");
  private boolean numbersShown;

  PoolView(Viewer viewer, Pools pools, Live live) {
    this.viewer = viewer;
    this.pools = pools;
    live.on(this, Topic.CAPACITY, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    key = new PoolKey(parameters.get("region").orElse(""), parameters.get("size").orElse(""));
    if (pools.find(key).isEmpty()) {
      throw new NotFoundException("No pool " + key);
    }
    draw();
  }

  @Override
  public String getPageTitle() {
    return key + ", capacity, Farol";
  }

  private void draw() {
    pools.find(key).ifPresent(this::draw);
  }

  private void draw(PoolStatus status) {
    removeAll();
    var sentence = new Paragraph(status.sentence());
    sentence.addClassName("f-sentence");
    add(
        ViewHead.detail("Capacity", "capacity", new H1(key.toString()))
            .fact(Words.plural(status.pool().dynos(), "dyno now", "dynos now")),
        sentence,
        new SourceLine(status.source(), viewer.times()),
        columns(stack(demand(status)), side(status)));
  }

  private Div demand(PoolStatus status) {
    var section = section(new SectionHead("Demand", "requests per second, by the hour"));
    var forecast = status.forecast();
    if (forecast == null) {
      section.add(
          new EmptyState(
              "Too little history for a forecast.", "It takes two days of hourly demand."));
      return section;
    }
    section.add(chart(status, 880, 300, "f-desk"), chart(status, 358, 240, "f-phone-block"));
    var note = new Paragraph(note(status, forecast));
    note.addClassName("c-note");
    section.add(note, numbers(status, forecast));
    return section;
  }

  private PoolNumbers numbers(PoolStatus status, Forecast forecast) {
    var numbers = new PoolNumbers(status, forecast, viewer.times());
    numbers.setOpened(numbersShown);
    numbers.addOpenedChangeListener(event -> numbersShown = event.isOpened());
    return numbers;
  }

  private Div chart(PoolStatus status, int width, int height, String where) {
    var chart = new Div();
    chart.addClassNames("c-chart", where);
    var svg = PoolChart.svg(status, viewer.times(), width, height);
    chart.getElement().setProperty("innerHTML", svg == null ? "" : svg);
    return chart;
  }

  private static String note(PoolStatus status, Forecast forecast) {
    var gaps = status.demand().gaps();
    return "%s. Solid was measured, dashed is that week again, with the bands that hold 80 and 95 of"
            .formatted(
                forecast.season() == 168
                    ? SourceLine.METHOD
                    : "Seasonal naive: repeats the last day")
        + " 100 hours if weeks differ as they did. No growth is assumed."
        + (gaps == 0
            ? ""
            : " %s not measured.".formatted(Words.count(gaps, "hour was", "hours were")));
  }

  private Div side(PoolStatus status) {
    var pool = status.pool();
    var headroom = status.headroom();
    var facts =
        new Facts()
            .row("Left", headroom == null ? "not known" : Rates.left(headroom))
            .row(
                "Without a zone",
                headroom == null ? "not known" : Rates.percent(headroom.afterZone()))
            .row("Carries", headroom == null ? "not known" : Rates.perSecond(headroom.capacity()))
            .row(
                "Highest ahead",
                headroom == null ? "not known" : Rates.perSecond(headroom.demand()))
            .row(
                "Safe rate",
                pool.safeRate() == null
                    ? "not stated"
                    : Rates.perSecond(pool.safeRate()) + " a dyno, stated")
            .row("Lead time", Words.plural(pool.leadTimeDays(), "day", "days"))
            .row("Hosts carry", limit(pool.hosts()))
            .row("Quota", limit(pool.quota()))
            .row("Zones", pool.zones().isEmpty() ? "not known" : String.join(", ", pool.zones()))
            .row(
                "Apps",
                status.apps().stream().map(SeriesRow::slug).collect(Collectors.joining(", ")));
    var change =
        new Button("State figures", _ -> new FiguresDialog(viewer, pools, pool, this::draw).open());
    change.setEnabled(viewer.actor().may(Role.RESPONDER));
    var side = section(new SectionHead("Pool"), facts);
    var box = new Div(side, change);
    box.addClassName("c-side");
    return box;
  }

  private static String limit(@Nullable Integer dynos) {
    return dynos == null ? "not stated" : Words.plural(dynos, "dyno", "dynos");
  }
}
