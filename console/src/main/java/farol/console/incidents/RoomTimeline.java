package farol.console.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import farol.incidents.room.RoomView;
import farol.incidents.timeline.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The middle of the room: what happened, newest at the foot, what is due, and where one writes. */
class RoomTimeline extends Section {
  private static final int ROWS_SHOWN = 400;
  private static final Duration RECENT = Duration.ofHours(1);

  /** A row written this short ago is marked as new. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final transient RoomServices services;
  private final NativeButton curated = tab("Curated");
  private final NativeButton all = tab("All");
  private final Div rows = new Div();
  private final RoomTray tray;
  private final Composer composer;
  private final transient Runnable redraw;
  private boolean everything;
  private long lastSeen = -1;

  RoomTimeline(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    composer = new Composer(services, redraw);
    tray = new RoomTray(services, redraw);
    addClassName("f-centre");
    var live = new Span("Live");
    live.addClassName("f-live");
    var filters = new Div(curated, all, live);
    filters.addClassName("f-filters");
    rows.addClassName("f-timeline");
    rows.getElement().setAttribute("role", "log").setAttribute("aria-label", "Timeline");
    rows.getElement().setAttribute("tabindex", "0");
    curated.addClickListener(_ -> choose(false));
    all.addClickListener(_ -> choose(true));
    add(filters, rows, new Div(tray, composer));
  }

  private static NativeButton tab(String word) {
    var tab = new NativeButton(word);
    tab.addClassName("f-tab");
    return tab;
  }

  private void choose(boolean all) {
    everything = all;
    lastSeen = -1;
    redraw.run();
  }

  void show(RoomView room) {
    curated.getElement().setAttribute("aria-pressed", Boolean.toString(!everything));
    all.getElement().setAttribute("aria-pressed", Boolean.toString(everything));
    all.setText("All, " + room.rows().size());
    var shown = shown(room);
    var fresh = services.viewer().times().now().minus(FRESH);
    rows.removeAll();
    LocalDate day = null;
    for (var row : shown.subList(Math.max(0, shown.size() - ROWS_SHOWN), shown.size())) {
      var its = LocalDate.ofInstant(row.occurredAt(), services.viewer().times().zone());
      if (!its.equals(day)) {
        day = its;
        rows.add(date(its));
      }
      rows.add(new TimelineRow(row, services.viewer(), row.recordedAt().isAfter(fresh)));
    }
    var newest = room.rows().stream().mapToLong(Row::sequence).max().orElse(0);
    if (newest > lastSeen) {
      rows.getElement().executeJs("this.scrollTop = this.scrollHeight");
    }
    lastSeen = newest;
    tray.show(room);
    composer.show(room);
  }

  private List<Row> shown(RoomView room) {
    var recent = services.viewer().times().now().minus(RECENT);
    return room.rows().stream()
        .filter(
            row ->
                everything
                    || row.curated()
                    || (room.incident().state().open() && row.occurredAt().isAfter(recent)))
        .toList();
  }

  private Div date(LocalDate day) {
    var date = new Div(services.viewer().times().date(day));
    date.addClassName("f-date");
    return date;
  }
}
