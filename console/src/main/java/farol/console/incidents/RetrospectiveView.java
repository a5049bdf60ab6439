package farol.console.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import farol.console.frame.MainLayout;
import farol.console.ui.CopyId;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Words;
import farol.incidents.retrospective.Section;
import farol.incidents.room.ReviewBoard;
import farol.incidents.room.ReviewPage;
import jakarta.annotation.security.PermitAll;

/** One retrospective: its sections, the timeline it tells, the promises made in it. */
@PermitAll
@Route(value = "incidents/:number([0-9]{1,9})/retrospective", layout = MainLayout.class)
class RetrospectiveView extends Page implements BeforeEnterObserver, HasDynamicTitle {
  private final transient ReviewBoard board;
  private final transient ReviewServices services;
  private final ReviewActs acts;
  private final Div content = new Div();
  private String title = "Retrospective, Farol";
  private long number;
  private boolean editing;

  RetrospectiveView(ReviewBoard board, ReviewServices services, Live live) {
    this.board = board;
    this.services = services;
    acts = new ReviewActs(services, this::draw);
    add(content);
    live.on(this, Topic.INCIDENTS, this::drawUnlessEditing);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    number = event.getRouteParameters().getLong("number").orElse(0L);
    var page = board.page(number, services.viewer().times().now());
    if (page.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    show(page.get());
  }

  /** What somebody types is never drawn over; the next act draws anew. */
  private void drawUnlessEditing() {
    if (!editing) {
      draw();
    }
  }

  private void draw() {
    editing = false;
    board.page(number, services.viewer().times().now()).ifPresent(this::show);
  }

  private void show(ReviewPage page) {
    var incident = page.incident();
    title = "Retrospective of %s, Farol".formatted(incident.key());
    acts.show(page);
    var heading = new H1(incident.title());
    var head =
        ViewHead.detail(
                "Retrospectives",
                "retrospectives",
                Sev.plate(incident.severity(), incident.state()),
                heading,
                new CopyId(incident.key()))
            .fact(Words.title(page.retrospective().state()))
            .acts(acts);
    var text = stack();
    for (var section : Section.values()) {
      text.add(new SectionEditor(section, page, services, this::editing, this::draw));
    }
    text.add(timeline(page));
    var side = stack(new ReviewFacts(page, services, this::draw));
    side.add(
        new FactorList(page, services, this::draw), new PromiseList(page, services, this::draw));
    content.removeAll();
    content.add(head, acts.refusal(), columns(text, side));
  }

  private void editing() {
    editing = true;
  }

  private Div timeline(ReviewPage page) {
    var frozen = page.retrospective().frozen() != null;
    var section =
        section(
            new SectionHead(
                "Timeline",
                "%s, %s"
                    .formatted(
                        Words.plural(page.rows().size(), "row", "rows"),
                        frozen ? "as it was when the review began" : "live")));
    page.rows().forEach(row -> section.add(new TimelineRow(row, services.viewer(), false)));
    return section;
  }

  @Override
  public String getPageTitle() {
    return title;
  }
}
