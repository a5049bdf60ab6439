package farol.console.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Live;
import farol.console.ui.Mark;
import farol.console.ui.Page;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.room.ReviewBoard;
import farol.incidents.room.ReviewBoard.ReviewLine;
import farol.incidents.room.ReviewPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What waits for a review, and the action items still to be done, overdue first. */
@PermitAll
@PageTitle("Retrospectives, Farol")
@Route(value = "retrospectives", layout = MainLayout.class)
class RetrospectivesView extends Page {
  private final transient Viewer viewer;
  private final transient ReviewBoard board;
  private final ViewHead head = new ViewHead("Retrospectives");
  private final Div body = stack();

  RetrospectivesView(Viewer viewer, ReviewBoard board, Live live) {
    this.viewer = viewer;
    this.board = board;
    add(head, body);
    draw();
    live.on(this, Topic.INCIDENTS, this::draw);
  }

  private void draw() {
    var lines = board.latest();
    var promises = board.outstanding(viewer.times().now());
    var overdue = promises.stream().filter(ReviewPage.Promise::overdue).count();
    head.fact(fact(lines, overdue));
    body.removeAll();
    if (lines.isEmpty()) {
      body.add(
          new EmptyState(
              "No incident was resolved yet.",
              "A retrospective drafts itself the moment an incident is resolved."));
      return;
    }
    body.add(
        group("To write", lines, RetrospectiveState.DRAFT),
        group("Waits for a manager", lines, RetrospectiveState.IN_REVIEW),
        promises(promises),
        group("Reviewed", lines, RetrospectiveState.REVIEWED),
        group("Closed", lines, RetrospectiveState.CLOSED));
  }

  private static String fact(List<ReviewLine> lines, long overdue) {
    var waiting =
        lines.stream().filter(line -> line.state() == RetrospectiveState.IN_REVIEW).count();
    return "%s for a manager, %s overdue"
        .formatted(
            waiting == 1 ? "1 waits" : waiting + " wait",
            Words.plural(overdue, "action item", "action items"));
  }

  private Div group(String title, List<ReviewLine> lines, RetrospectiveState state) {
    var mine = lines.stream().filter(line -> line.state() == state).toList();
    var section = section(new SectionHead(title, "" + mine.size()));
    section.setVisible(!mine.isEmpty());
    mine.forEach(line -> section.add(row(line)));
    return section;
  }

  private Div row(ReviewLine line) {
    var incident = line.incident();
    var link =
        new Anchor("incidents/%d/retrospective".formatted(incident.number()), incident.title());
    link.setRouterIgnore(false);
    link.addClassName("f-title");
    var under = new Span(incident.key() + ", moved " + viewer.times().text(line.movedAt()));
    under.addClassNames("f-3", "f-num");
    var title = new Div(link, under);
    title.addClassName("f-inc-title");
    var row =
        new Div(
            Sev.plate(incident.severity(), incident.state()),
            title,
            line.owner() == null
                ? PersonChip.nobody()
                : PersonChip.of(line.owner(), viewer.person().id()),
            new Span(kept(line)),
            due(line));
    row.addClassNames("f-line", "f-inc");
    row.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    return row;
  }

  private static String kept(ReviewLine line) {
    return line.actions() == 0
        ? "No action items"
        : "%d of %d done".formatted(line.actions() - line.outstanding(), line.actions());
  }

  private Component due(ReviewLine line) {
    var due = line.dueAt();
    var waits =
        line.state() == RetrospectiveState.DRAFT || line.state() == RetrospectiveState.IN_REVIEW;
    if (due == null || !waits) {
      return new Span();
    }
    var late = due.isBefore(viewer.times().now());
    var text = late ? "late since " : "due ";
    var span = new Span(text + viewer.times().day(due));
    span.addClassNames("f-end", late ? "f-toned" : "f-2");
    if (late) {
      Tone.AMBER.on(span);
    }
    return span;
  }

  private Div promises(List<ReviewPage.Promise> promises) {
    var section = section(new SectionHead("Action items", promises.size() + " to do"));
    if (promises.isEmpty()) {
      section.add(new EmptyState("Every action item is done.", "They are made in a review."));
    }
    promises.forEach(promise -> section.add(promise(promise)));
    return section;
  }

  private Div promise(ReviewPage.Promise promise) {
    var action = promise.action();
    var link =
        new Anchor(
            "incidents/%d/retrospective".formatted(promise.incident().number()), action.title());
    link.setRouterIgnore(false);
    link.addClassName("f-title");
    var under = new Span("%s, %s".formatted(promise.incident().key(), action.priority()));
    under.addClassName("f-3");
    var title = new Div(link, under);
    title.addClassName("f-inc-title");
    var state =
        promise.overdue()
            ? new StateMark(Mark.TRIGGERED, "Overdue", Tone.RED)
            : new StateMark(Mark.PLANNED, Words.title(action.state()), Tone.GREY);
    var due = new Span(viewer.times().date(action.due()));
    due.addClassNames("f-2", "f-end", "f-num");
    var owner =
        promise.owner() == null
            ? PersonChip.nobody()
            : PersonChip.of(promise.owner(), viewer.person().id());
    var row = new Div(new Span(), title, owner, state, due);
    row.addClassNames("f-line", "f-inc");
    row.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    row.getElement().setAttribute("data-burning", promise.overdue());
    return row;
  }
}
