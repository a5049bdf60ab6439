package farol.console.devcloud;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.console.ui.Gauge;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Words;
import farol.runbooks.devcloud.DevcloudDesk.AppSeen;
import farol.runbooks.devcloud.DynoNow;
import farol.runbooks.devcloud.DynoState;
import farol.runbooks.devcloud.Region;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** One region: its zones as columns, its apps as rows, each dyno a small square. */
class RegionTable extends Div {
  /** Rows that are drawn; the filter leads to the others. */
  static final int ROWS_MAX = 100;

  RegionTable(Region region, List<AppSeen> apps, List<String> lost) {
    addClassName("f-section");
    add(new SectionHead(region.alias(), fact(apps)));
    var table = new Div();
    table.addClassName("dc-table");
    table.getElement().setAttribute("role", "table").setAttribute("aria-label", region.alias());
    table.add(heads(region, lost));
    apps.stream().limit(ROWS_MAX).forEach(app -> table.add(row(region, app)));
    add(table);
    if (apps.size() > ROWS_MAX) {
      var more =
          new Div("And %s more: filter by name.".formatted(Words.grouped(apps.size() - ROWS_MAX)));
      more.addClassName("dc-quiet");
      add(more);
    }
  }

  private static String fact(List<AppSeen> apps) {
    var dynos = apps.stream().mapToLong(app -> app.dynos().size()).sum();
    var up =
        apps.stream()
            .flatMap(app -> app.dynos().stream())
            .filter(dyno -> dyno.state() == DynoState.UP)
            .count();
    return up == dynos
        ? "all %d dynos up".formatted(dynos)
        : "%d of %d dynos up".formatted(up, dynos);
  }

  private static Div heads(Region region, List<String> lost) {
    var heads = row(new Span("App"), "columnheader");
    heads.addClassName("dc-heads");
    for (var zone : region.zones()) {
      var head = cell("columnheader", new Span(zone));
      if (lost.contains(zone)) {
        head.add(new StateMark(Mark.MAJOR, "Lost", Tone.RED));
      }
      heads.add(head);
    }
    heads.add(cell("columnheader", new Span("Load of web")));
    return heads;
  }

  private static Div row(Region region, AppSeen seen) {
    var name = new Span(seen.app().name());
    name.addClassName("dc-name");
    var row = row(name, "rowheader");
    for (var zone : region.zones()) {
      row.add(zone(seen, zone));
    }
    row.add(cell("cell", load(seen)));
    return row;
  }

  private static Div row(Component first, String role) {
    var row = new Div(cell(role, first));
    row.addClassName("dc-row");
    row.getElement().setAttribute("role", "row");
    return row;
  }

  private static Div cell(String role, Component... parts) {
    var cell = new Div(parts);
    cell.addClassName("dc-cell");
    cell.getElement().setAttribute("role", role);
    return cell;
  }

  private static Div zone(AppSeen seen, String zone) {
    var cell = cell("cell");
    cell.getElement().setAttribute("data-zone", zone);
    var byType = new TreeMap<String, Div>();
    for (var dyno : seen.dynos()) {
      if (dyno.zone().equals(zone)) {
        byType.computeIfAbsent(dyno.dyno().type(), RegionTable::type).add(square(dyno));
      }
    }
    byType.values().forEach(cell::add);
    return cell;
  }

  private static Div type(String type) {
    var word = new Element("small");
    word.setText(type);
    var group = new Div();
    group.addClassName("dc-type");
    group.getElement().appendChild(word);
    return group;
  }

  private static Span square(DynoNow now) {
    var word = now.state().name().toLowerCase(Locale.ROOT);
    var square = new Span(word.substring(0, 1).toUpperCase(Locale.ROOT));
    square.addClassName("dc-dyno");
    tone(now.state()).on(square);
    var said = "%s, %s, %s".formatted(now.dyno().name(), word, now.dyno().size().wire());
    square
        .getElement()
        .setAttribute("data-state", word)
        .setAttribute("role", "img")
        .setAttribute("title", said)
        .setAttribute("aria-label", said);
    return square;
  }

  static Tone tone(DynoState state) {
    return switch (state) {
      case STARTING -> Tone.BLUE;
      case UP -> Tone.GREEN;
      case CRASHED -> Tone.RED;
      case DOWN -> Tone.ORANGE;
    };
  }

  private static Component load(AppSeen seen) {
    if (seen.app().maintenance()) {
      return new StateMark(Mark.MAINTENANCE, "Maintenance", Tone.BLUE);
    }
    if (seen.utilisation().isEmpty()) {
      return seen.requestsPerSecond() > 0
          ? new StateMark(Mark.MAJOR, "No web dyno up", Tone.RED)
          : new StateMark(Mark.PLANNED, "Nobody asks", Tone.GREY);
    }
    var share = seen.utilisation().getAsDouble();
    var asked = "%s req/s".formatted(Words.grouped(Math.round(seen.requestsPerSecond())));
    return new Gauge(share, "%d\u202f%% used, %s".formatted(Math.round(share * 100), asked));
  }
}
