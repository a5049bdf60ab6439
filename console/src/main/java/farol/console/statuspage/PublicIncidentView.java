package farol.console.statuspage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostState;
import farol.statuspage.incident.PublicIncident;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One public incident: what customers were told, and what waits to be told. */
@PermitAll
@PageTitle("Public incident, Farol")
@Route(value = "status-page/incidents/:incident", layout = MainLayout.class)
class PublicIncidentView extends Page implements BeforeEnterObserver {
  private final transient Viewer viewer;
  private final transient Desk desk;
  private final transient Live live;
  private String id = "";

  PublicIncidentView(Viewer viewer, Desk desk, Live live) {
    this.viewer = viewer;
    this.desk = desk;
    this.live = live;
    live.on(this, Topic.STATUS_PAGE, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("incident").orElse("");
    try {
      draw();
    } catch (Refusal missing) {
      throw new NotFoundException(missing.detail());
    }
  }

  private void draw() {
    var incident = desk.incidents().incident(id);
    var posts = desk.posts().of(id);
    removeAll();
    var content = stack();
    new WaitingPosts(viewer, desk, live, this::draw)
        .section(posts.stream().filter(PublicIncidentView::waits).toList(), id)
        .ifPresent(content::add);
    content.add(told(posts));
    var side = section(new SectionHead("Incident"), facts(incident));
    add(head(incident), columns(content, stack(side)));
  }

  private static boolean waits(Post post) {
    return switch (post.state()) {
      case DRAFT, APPROVED, VOIDED -> true;
      case PUBLISHED, DISCARDED -> false;
    };
  }

  private ViewHead head(PublicIncident incident) {
    var head = ViewHead.detail("Status page", "status-page", new H1(incident.name()));
    if (incident.isPublic()) {
      var page = desk.page().address("/i/" + incident.id());
      var open = new Anchor(page, "As customers see it", AnchorTarget.BLANK);
      open.addClassName("f-link");
      head.acts(open);
    }
    if (incident.isOpen()) {
      var post = new Button("Post update", _ -> PublicIncidentNavigation.post(incident.id()));
      post.addThemeVariants(ButtonVariant.PRIMARY);
      head.acts(Keys.on(post, "p"));
    }
    return head;
  }

  private Facts facts(PublicIncident incident) {
    var status = incident.status();
    var facts = new Facts();
    facts.row("Status", status == null ? "Not public yet" : status.word());
    facts.row("Impact", incident.impact().word());
    facts.row("Began", viewer.times().at(incident.startedAt()));
    var hit = desk.hit(incident);
    facts.row("Affected", hit.isEmpty() ? "nothing now" : hit);
    if (!incident.regions().isEmpty()) {
      facts.row("Regions", String.join(", ", incident.regions()));
    }
    var due = incident.nextUpdateAt();
    if (due != null) {
      facts.row("Next update", viewer.times().countdown(due));
    }
    return facts;
  }

  private Div told(List<Post> posts) {
    var published = posts.stream().filter(post -> post.state() == PostState.PUBLISHED).toList();
    var told = section(new SectionHead("What customers read", String.valueOf(published.size())));
    if (published.isEmpty()) {
      told.add(
          new EmptyState(
              "Customers have not heard of this.", "Post the first word: p, or Post update."));
    }
    published.forEach(post -> told.add(line(post)));
    return told;
  }

  private Div line(Post post) {
    var head =
        new Div(
            new Span(post.status().word()),
            viewer.times().at(java.util.Objects.requireNonNull(post.publishedAt())),
            new Span("by " + desk.firstName(post.createdBy())));
    head.addClassName("f-stateline");
    if (post.editedAt() != null) {
      head.add(new Span("edited"));
    }
    var text = new Paragraph(post.body());
    text.addClassNames("f-wrap", "f-said");
    var line = new Div(head, text);
    line.addClassName("f-draft");
    return line;
  }
}
