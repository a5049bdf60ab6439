package farol.console.oncall;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.alerting.oncall.OnCallBoard;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Who is on call now, then two weeks of lanes. */
@PermitAll
@PageTitle("On-call, Farol")
@Route(value = "on-call", layout = MainLayout.class)
class OnCallView extends Page implements AfterNavigationObserver {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  private final transient Viewer viewer;
  private final transient OnCallBoard board;
  private final transient Catalog catalog;
  private final ViewHead head = new ViewHead("On-call");
  private final Div body = new Div();
  private transient Fortnight fortnight;

  OnCallView(Viewer viewer, OnCallBoard board, Catalog catalog, Live live) {
    this.viewer = viewer;
    this.board = board;
    this.catalog = catalog;
    this.fortnight = fortnightOf(today());
    head.acts(
        week("t", "Today", () -> fortnightOf(today())),
        arrow(Glyph.BACK, "The week before", () -> fortnight.plusWeeks(-1)),
        arrow(Glyph.RIGHT, "The week after", () -> fortnight.plusWeeks(1)));
    add(head, body);
    live.on(this, Topic.ON_CALL, this::draw);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter("from")
        .ifPresent(from -> fortnight = fortnightOf(dateOr(from, today())));
    draw();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(viewer.times().now(), viewer.times().zone());
  }

  private static LocalDate dateOr(String text, LocalDate otherwise) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      return otherwise;
    }
  }

  private Fortnight fortnightOf(LocalDate day) {
    return new Fortnight(
        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), viewer.times().zone());
  }

  private Button week(String key, String word, java.util.function.Supplier<Fortnight> to) {
    var button = new Button(word, _ -> turn(to.get()));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("f-desk");
    return Keys.on(button, key);
  }

  private Button arrow(Glyph glyph, String label, java.util.function.Supplier<Fortnight> to) {
    var button = new Button(glyph.icon(), _ -> turn(to.get()));
    button.setAriaLabel(label);
    button.addClassName("f-desk");
    return button;
  }

  private void turn(Fortnight to) {
    fortnight = to;
    UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, "on-call?from=" + to.first());
    draw();
  }

  private void draw() {
    var times = viewer.times();
    head.fact(
        "%s to %s, times in %s"
            .formatted(
                DAY.format(fortnight.first()),
                DAY.format(fortnight.first().plusDays(Fortnight.DAYS - 1)),
                times.city()));
    body.removeAll();
    var watches = board.now(times.now());
    if (watches.isEmpty()) {
      body.add(
          new EmptyState(
              "Nobody takes turns yet.",
              "A schedule says who is paged when. Make the first with POST /api/v1/schedules."));
      return;
    }
    body.add(new NowTable(watches, viewer));
    var lanes = board.lanes(fortnight.start(), fortnight.end());
    body.add(new Lanes(fortnight, lanes, viewer, catalog));
    var me = viewer.person().id();
    body.add(
        legend(board.shiftsOf(me, fortnight.start(), fortnight.end()).size()),
        new OwnShifts(board.shiftsOf(me, times.now(), times.now().plus(OwnShifts.AHEAD)), viewer),
        Findings.of(lanes, times));
  }

  private static Div legend(int own) {
    var mine = new Span(swatch("data-mine"), new Span("yours: " + shifts(own)));
    var cover = new Span(swatch("data-cover"), new Span("cover or swap"));
    var gap = new Span(swatch("data-gap"), new Span("nobody: hands up at once"));
    var legend = new Div(mine, cover, gap);
    legend.addClassNames("f-legend", "f-desk");
    return legend;
  }

  private static String shifts(int count) {
    return farol.console.ui.Words.plural(count, "shift", "shifts");
  }

  private static Span swatch(String attribute) {
    var swatch = new Span();
    swatch.addClassNames("f-swatch", "f-shift");
    swatch.getElement().setAttribute(attribute, true);
    return swatch;
  }
}
