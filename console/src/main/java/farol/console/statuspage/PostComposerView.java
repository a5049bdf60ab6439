package farol.console.statuspage;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicIncidents;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A post on one sheet: what is hit, the text that stands ready, the promise, and the preview. */
@PermitAll
@PageTitle("Post, Farol")
@Route(value = "status-page/new", layout = MainLayout.class)
@RouteAlias(value = "status-page/incidents/:incident/post", layout = MainLayout.class)
class PostComposerView extends Page implements BeforeEnterObserver {
  private final transient Viewer viewer;
  private final transient Desk desk;
  private final transient Live live;
  private final RefusalLine refusal = new RefusalLine();
  private transient @Nullable PublicIncident incident;
  private @Nullable PostSheet sheet;

  PostComposerView(Viewer viewer, Desk desk, Live live) {
    this.viewer = viewer;
    this.desk = desk;
    this.live = live;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("incident");
    try {
      incident = id.map(desk.incidents()::incident).orElse(null);
    } catch (Refusal missing) {
      throw new NotFoundException(missing.detail());
    }
    draw();
  }

  private void draw() {
    removeAll();
    var before = incident;
    var preview = new PostPreview(viewer);
    var fresh = new PostSheet(viewer, desk, before, preview);
    sheet = fresh;
    fresh.bind(refusal);
    fresh.add(refusal, acts());
    var side = section(new SectionHead("As customers will read it"), preview);
    add(head(before), columns(fresh, stack(side)));
  }

  private static ViewHead head(@Nullable PublicIncident incident) {
    return incident == null
        ? ViewHead.detail("Status page", "status-page", new H1("New public incident"))
        : ViewHead.detail(
            incident.name(), PublicIncidentNavigation.path(incident.id()), new H1("Next word"));
  }

  /** Who may publish does; others ask for approval. */
  private Div acts() {
    var mayPublish = viewer.actor().may(Role.COMMANDER);
    var primary = new Button(mayPublish ? "Publish" : "Ask for approval", _ -> send(mayPublish));
    primary.addThemeVariants(ButtonVariant.PRIMARY);
    primary.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    primary.setSuffixComponent(Keys.cap("Ctrl ⏎"));
    var acts = new Div(primary);
    acts.addClassName("f-stateline");
    if (mayPublish) {
      var draft = new Button("Keep as draft", _ -> send(false));
      draft.addThemeVariants(ButtonVariant.TERTIARY);
      acts.add(draft);
    }
    return acts;
  }

  private void send(boolean publish) {
    var filled = java.util.Objects.requireNonNull(sheet);
    refusal.attempt(
        () -> {
          var into = incident == null ? opened(filled) : incident;
          incident = into;
          desk.posts().draft(into.id(), filled.statement(publish), viewer.actor());
          live.changed(Topic.STATUS_PAGE);
          Toast.show(
              publish
                  ? "Published. Customers read it within seconds."
                  : "Kept. It waits for approval.");
          PublicIncidentNavigation.open(into.id());
        });
  }

  private PublicIncident opened(PostSheet filled) {
    return desk.incidents()
        .open(
            new PublicIncidents.Description(
                filled.title(),
                filled.impact(),
                null,
                null,
                filled.regions(),
                filled.named(),
                null),
            viewer.actor());
  }
}
