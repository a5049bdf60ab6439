package farol.console.readiness;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.checklists.lifecycle.Board;
import farol.checklists.lifecycle.Board.Card;
import farol.checklists.lifecycle.Board.Column;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;

/** The lifecycle board: every service in the column of its stage. */
@PermitAll
@PageTitle("Readiness, Farol")
@Route(value = "readiness", layout = MainLayout.class)
@StyleSheet("context://readiness.css")
class ReadinessView extends Page {
  private final transient Board board;
  private final transient Viewer viewer;
  private final ViewHead head = new ViewHead("Readiness");
  private final Div content = new Div();

  ReadinessView(Board board, Viewer viewer, Live live) {
    this.board = board;
    this.viewer = viewer;
    add(head, content);
    draw();
    live.on(this, Topic.READINESS, this::draw);
  }

  private void draw() {
    var columns = board.columns(null, null);
    var services = columns.stream().mapToInt(column -> column.cards().size()).sum();
    content.removeAll();
    if (services == 0) {
      head.fact("");
      content.add(
          new EmptyState("No service yet.", "Add one in the catalog: it starts in prototype."));
      return;
    }
    head.fact(fact(columns, services));
    var grid = new Div();
    grid.addClassName("r-board");
    columns.forEach(column -> grid.add(column(column)));
    content.add(grid);
  }

  private static String fact(List<Column> columns, int services) {
    var below =
        columns.stream()
            .flatMap(column -> column.cards().stream())
            .filter(card -> StandingMark.fallsShort(card.standing()))
            .count();
    var all = Words.plural(services, "service", "services");
    return below == 0 ? all : "%s, %d live and short of production".formatted(all, below);
  }

  private Div column(Column column) {
    var head = new SectionHead(Words.title(column.stage()), count(column.cards().size()));
    var section = section(head);
    section.getElement().setAttribute("data-empty", column.cards().isEmpty());
    if (column.cards().isEmpty()) {
      var none = new Div("None");
      none.addClassName("r-none");
      section.add(none);
    }
    column.cards().forEach(card -> section.add(card(card)));
    return section;
  }

  private Div card(Card card) {
    var name = new Anchor("services/%s/readiness".formatted(card.slug()), card.name());
    name.setRouterIgnore(false);
    var score = new Span("%d/%d".formatted(card.score().passing(), card.score().applicable()));
    score.addClassName("f-num");
    var top = new Div(name, score);
    top.addClassName("r-row");
    var box = new Div(top);
    box.addClassName("r-card");
    box.getElement()
        .appendChild(small("%s, tier %d%s".formatted(card.team(), card.tier(), age(card))));
    var standing = card.standing();
    if (standing != null) {
      box.add(StandingMark.of(standing, card.graceUntil(), viewer.times()));
      box.getElement().setAttribute("data-degraded", StandingMark.degraded(standing));
    }
    return box;
  }

  private String age(Card card) {
    var since = card.since();
    return since == null
        ? ""
        : ", " + Words.duration(Duration.between(since, viewer.times().now()));
  }

  private static Element small(String text) {
    var small = new Element("small");
    small.setText(text);
    return small;
  }

  private static String count(int services) {
    return services == 0 ? "" : Integer.toString(services);
  }
}
