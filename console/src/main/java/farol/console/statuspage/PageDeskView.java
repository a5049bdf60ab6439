package farol.console.statuspage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.console.frame.MainLayout;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.statuspage.renderer.Indicator;
import jakarta.annotation.security.PermitAll;

/** The page desk: what customers read at this moment, and what they were promised. */
@PermitAll
@PageTitle("Status page, Farol")
@Route(value = "status-page", layout = MainLayout.class)
class PageDeskView extends Page {
  private final transient Viewer viewer;
  private final transient Desk desk;
  private final transient Live live;
  private final ViewHead head = new ViewHead("Status page");
  private final Paragraph sentence = new Paragraph();
  private final Div content = stack();
  private final Div side = stack();

  PageDeskView(Viewer viewer, Desk desk, Live live) {
    this.viewer = viewer;
    this.desk = desk;
    this.live = live;
    sentence.addClassName("f-sentence");
    add(head.acts(openPage(), compose()), sentence, columns(content, side), keys());
    draw();
    live.on(this, Topic.STATUS_PAGE, this::draw);
  }

  private Anchor openPage() {
    var open = new Anchor(desk.page().url(), "Open the page", AnchorTarget.BLANK);
    open.addClassName("f-link");
    return open;
  }

  private Button compose() {
    var compose = new Button("New incident", _ -> PublicIncidentNavigation.compose());
    compose.addThemeVariants(ButtonVariant.PRIMARY);
    return Keys.on(compose, "n");
  }

  private static Div keys() {
    return Keys.row(
        Keys.hint("j k", "move"), Keys.hint("Enter", "open"), Keys.hint("n", "new incident"));
  }

  private void draw() {
    head.fact(viewer.times().here());
    said(desk.face().banner());
    content.removeAll();
    var incidents = new OpenIncidents(viewer, desk);
    var waiting = new WaitingPosts(viewer, desk, live, this::draw);
    waiting.section().ifPresent(content::add);
    content.add(incidents.section(), incidents.resolved());
    side.removeAll();
    side.add(new LiveFacts(viewer, desk).section(), new ComponentList(desk).section());
  }

  /** The words of the page as customers read them, and how much still works. */
  private void said(Indicator.Banner banner) {
    sentence.removeAll();
    var words = new Span(desk.works());
    if (banner.indicator().compareTo(Indicator.MINOR) >= 0) {
      var loud = new com.vaadin.flow.dom.Element("em");
      loud.setText(banner.sentence() + ".");
      sentence.getElement().appendChild(loud);
    } else {
      sentence.add(banner.sentence() + ".");
    }
    sentence.add(words);
  }
}
