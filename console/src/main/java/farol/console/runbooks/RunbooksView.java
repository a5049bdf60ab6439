package farol.console.runbooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.runbooks.execution.Plan;
import farol.runbooks.execution.Plans;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.Runs;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** Which runbooks there are, what of them runs now, and which plans wait for me. */
@PermitAll
@PageTitle("Runbooks, Farol")
@Route(value = "runbooks", layout = MainLayout.class)
class RunbooksView extends Page {
  private static final int RECENT = 5;
  private static final int PLANS_MAX = 50;

  private final transient Viewer viewer;
  private final transient RunbookLibrary library;
  private final transient Plans plans;
  private final transient Runs runs;
  private final ViewHead head = new ViewHead("Runbooks");
  private final TextField filter = new TextField();
  private final Div waiting = new Div();
  private final Div all = new Div();
  private final Div recent = new Div();

  RunbooksView(Viewer viewer, RunbookLibrary library, Plans plans, Runs runs, Live live) {
    this.viewer = viewer;
    this.library = library;
    this.plans = plans;
    this.runs = runs;
    filter.setPlaceholder("Title, command or alert");
    filter.setAriaLabel("Filter the runbooks");
    filter.setPrefixComponent(Glyph.SEARCH.icon());
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(_ -> drawAll());
    filter.getElement().setAttribute("data-filter", true);
    var bar = new Div(filter);
    bar.addClassName("f-filterbar");
    var sheet = columns(stack(waiting, new Div(bar, all)), stack(recent));
    sheet.addClassName("f-scrolls");
    fillHeight();
    add(head, sheet, hints());
    draw();
    live.on(this, Topic.RUNBOOKS, this::draw);
  }

  private static Component hints() {
    return Keys.row(Keys.hint("j k", "move"), Keys.hint("Enter", "open"), Keys.hint("/", "filter"));
  }

  private void draw() {
    drawWaiting();
    drawAll();
    drawRecent();
  }

  private void drawWaiting() {
    waiting.removeAll();
    var mine = plans.list("READY", viewer.actor(), PLANS_MAX);
    waiting.setVisible(!mine.isEmpty());
    if (!mine.isEmpty()) {
      waiting.add(
          section(new SectionHead("Waiting for your approval", Integer.toString(mine.size()))));
      mine.forEach(plan -> waiting.add(line(plan)));
    }
  }

  private Component line(Plan plan) {
    var now = viewer.times().now();
    return row(
        "plans/" + plan.id(),
        plan.title(),
        plan.reason(),
        Marks.ofPlan(plan.status(now), plan.approvalsMissing(now)),
        viewer.times().age(plan.createdAt()));
  }

  private void drawAll() {
    all.removeAll();
    var words = filter.getValue().strip().toLowerCase(Locale.ROOT);
    var found = library.list();
    var executable = found.stream().filter(runbook -> runbook.document().executable()).count();
    head.fact(
        found.isEmpty()
            ? ""
            : "%s, %d can be run"
                .formatted(Words.plural(found.size(), "runbook", "runbooks"), executable));
    if (found.isEmpty()) {
      all.add(
          new EmptyState(
              "A runbook says what to do at night, and does it when you agree.",
              "Bring in the first with POST /api/v1/runbooks."));
      return;
    }
    var shown = found.stream().filter(runbook -> mentions(runbook, words)).toList();
    if (shown.isEmpty()) {
      all.add(new EmptyState("No runbook mentions that.", "Try an alert's name, or a command."));
    }
    shown.forEach(runbook -> all.add(line(runbook)));
  }

  private static boolean mentions(Runbook runbook, String words) {
    return words.isEmpty()
        || runbook.markdown().toLowerCase(Locale.ROOT).contains(words)
        || runbook.title().toLowerCase(Locale.ROOT).contains(words);
  }

  private Component line(Runbook runbook) {
    var document = runbook.document();
    var last = runbook.freshness().lastRun();
    var state =
        document.executable()
            ? Marks.of(runbook.freshness())
            : new StateMark(farol.console.ui.Mark.PLANNED, "To read", farol.console.ui.Tone.GREY);
    return row(
        "runbooks/" + runbook.id(),
        runbook.title(),
        about(runbook),
        state,
        last == null ? new Span() : viewer.times().age(last));
  }

  private static String about(Runbook runbook) {
    var document = runbook.document();
    var owner = document.owner() == null ? "nobody owns it" : document.owner();
    var alerts = document.alerts();
    return alerts.isEmpty() ? owner : "%s, for %s".formatted(owner, String.join(", ", alerts));
  }

  private static Component row(
      String path, String title, String sub, StateMark state, Component time) {
    var link = new Anchor(path, title);
    link.setRouterIgnore(false);
    link.addClassName("f-title");
    var second = new Span(sub);
    second.addClassName("f-sub");
    var line = new Div(new Div(link, second), state, time);
    line.addClassNames("f-line", "f-runline");
    line.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    return line;
  }

  private void drawRecent() {
    recent.removeAll();
    List<Run> newest = runs.newest(RECENT);
    recent.add(section(new SectionHead("Runs", newest.isEmpty() ? "none yet" : "newest first")));
    for (var run : newest) {
      var link = new Anchor("runs/" + run.id(), run.title());
      link.setRouterIgnore(false);
      link.addClassName("f-title");
      var where = new Span(run.app() == null ? "" : run.app() + ", ");
      var sub = new Span(where, viewer.times().at(run.startedAt()));
      sub.addClassName("f-sub");
      var line = new Div(new Div(link, sub), Marks.of(run.status()));
      line.addClassNames("f-line", "f-item");
      recent.add(line);
    }
  }
}
