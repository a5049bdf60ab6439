package farol.console.oncall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.oncall.OnCallBoard.Lane;
import farol.alerting.oncall.Preview;
import farol.alerting.oncall.Shift;
import farol.console.ui.PersonChip;
import farol.console.ui.Times;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One lane per schedule over two weeks; the viewer's own shifts are outlined. */
class Lanes extends Div {
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);
  private static final DateTimeFormatter FIRST = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final Duration NAME_FITS = Duration.ofHours(20);

  private final transient Fortnight fortnight;
  private final transient Viewer viewer;
  private final transient Times times;
  private final transient Catalog catalog;

  Lanes(Fortnight fortnight, List<Lane> lanes, Viewer viewer, Catalog catalog) {
    this.fortnight = fortnight;
    this.viewer = viewer;
    this.times = viewer.times();
    this.catalog = catalog;
    addClassNames("f-lanes", "f-desk");
    add(new Div(), ruler());
    lanes.forEach(lane -> add(name(lane), lane(lane)));
  }

  private Div ruler() {
    var ruler = new Div();
    ruler.addClassName("f-ruler");
    var today = LocalDate.ofInstant(times.now(), fortnight.zone());
    for (var day : fortnight.days()) {
      ruler.getElement().appendChild(day(day, day.equals(today)));
    }
    ruler.add(nowLine());
    return ruler;
  }

  private static Element day(LocalDate day, boolean today) {
    var cell = new Element("span");
    cell.setText(WEEKDAY.format(day));
    var number = new Element("b");
    number.setText(
        day.getDayOfMonth() == 1 ? FIRST.format(day) : Integer.toString(day.getDayOfMonth()));
    cell.appendChild(number);
    cell.setAttribute("data-off", isWeekend(day));
    cell.setAttribute("data-today", today);
    return cell;
  }

  private static Div name(Lane lane) {
    var name = new Div(new Span(lane.name()));
    name.addClassName("f-lane-name");
    var zone = new Element("small");
    zone.setText("%s, %s".formatted(lane.team(), Times.city(lane.zone())));
    name.getElement().appendChild(zone);
    return name;
  }

  private Div lane(Lane lane) {
    var row = new Div();
    row.addClassName("f-lane");
    row.getElement().setAttribute("role", "list").setAttribute("aria-label", lane.name());
    weekends(row);
    row.add(nowLine());
    lane.shifts().forEach(shift -> row.add(shift(shift)));
    lane.gaps().forEach(gap -> row.add(gap(gap)));
    return row;
  }

  private void weekends(Div row) {
    for (var i = 0; i < Fortnight.DAYS; i++) {
      if (fortnight.first().plusDays(i).getDayOfWeek() == DayOfWeek.SATURDAY) {
        var weekend = new Div();
        weekend.addClassName("f-weekend");
        weekend.getStyle().set("left", "calc(%d / 14 * 100%%)".formatted(i));
        row.add(weekend);
      }
    }
  }

  private Div shift(Shift shift) {
    var person = catalog.person(shift.person());
    var name = person.map(Person::firstName).orElse(shift.person());
    var thin = Duration.between(shift.start(), shift.end()).compareTo(NAME_FITS) < 0;
    var block = new Div(new Span(thin ? name.substring(0, 1) : name));
    block.addClassName("f-shift");
    place(block, fortnight.position(shift.start()), fortnight.position(shift.end()));
    person.ifPresent(
        p -> block.getStyle().set("--p", "var(--f-person-%d)".formatted(PersonChip.hue(p.id()))));
    var mine = person.filter(viewer::is).isPresent();
    var said =
        "%s, %s to %s"
            .formatted(
                mine ? name + ", you" : name, times.text(shift.start()), times.text(shift.end()));
    if (!thin) {
      var until = new Element("small");
      until.setText(shift.source() == Shift.Source.OVERRIDE ? "covers" : "");
      block.getElement().appendChild(until);
    }
    block
        .getElement()
        .setAttribute("data-mine", mine)
        .setAttribute("data-thin", thin)
        .setAttribute("data-cover", shift.source() == Shift.Source.OVERRIDE);
    return said(block, said);
  }

  private Div gap(Preview.Gap gap) {
    var length = new Element("b");
    var duration = Duration.between(gap.start(), gap.end());
    length.setText(Words.duration(duration));
    var block = new Div();
    block.addClassName("f-shift");
    block.getElement().appendChild(length).setAttribute("data-gap", true);
    place(block, fortnight.position(gap.start()), fortnight.position(gap.end()));
    return said(
        block, "Nobody, %s to %s".formatted(times.text(gap.start()), times.text(gap.end())));
  }

  private static Div said(Div block, String sentence) {
    block
        .getElement()
        .setAttribute("role", "listitem")
        .setAttribute("title", sentence)
        .setAttribute("aria-label", sentence);
    return block;
  }

  private Div nowLine() {
    var line = new Div();
    line.addClassName("f-nowline");
    var now = times.now();
    line.setVisible(!now.isBefore(fortnight.start()) && now.isBefore(fortnight.end()));
    line.getStyle().set("--a", decimal(fortnight.position(now)));
    return line;
  }

  private static void place(Div block, double from, double until) {
    block.getStyle().set("--a", decimal(from)).set("--b", decimal(until));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }
}
