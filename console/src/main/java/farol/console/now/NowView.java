package farol.console.now;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.alert.AlertBoard;
import farol.alerting.catalog.Catalog;
import farol.alerting.oncall.OnCallBoard;
import farol.console.alerts.BurningAlerts;
import farol.console.frame.Declares;
import farol.console.frame.MainLayout;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.ReviewBoard;
import farol.statuspage.component.Components;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The home: am I on call and until when, what burns, what customers read, what is late. */
@PermitAll
@PageTitle("Now, Farol")
@Route(value = "", layout = MainLayout.class)
class NowView extends Page {
  private static final List<Topic> TOPICS =
      List.of(Topic.ALERTS, Topic.INCIDENTS, Topic.ON_CALL, Topic.STATUS_PAGE);

  private final transient Viewer viewer;
  private final transient AlertBoard alerts;
  private final transient IncidentBoard incidents;
  private final transient ReviewBoard reviews;
  private final transient OnCallBoard onCall;
  private final transient Components components;
  private final transient Burning burning;
  private final ViewHead head = new ViewHead("Now");
  private final Div body = new Div();

  NowView(
      Viewer viewer,
      AlertBoard alerts,
      IncidentBoard incidents,
      ReviewBoard reviews,
      OnCallBoard onCall,
      Components components,
      Catalog catalog,
      BurningAlerts.Acts acts,
      Live live,
      ObjectProvider<Declares> declares) {
    this.viewer = viewer;
    this.alerts = alerts;
    this.incidents = incidents;
    this.reviews = reviews;
    this.onCall = onCall;
    this.components = components;
    var refusal = new RefusalLine();
    burning = new Burning(viewer, catalog, acts.in(viewer, refusal, this::draw));
    declares.ifAvailable(dialog -> head.acts(declareButton(dialog)));
    add(head, refusal, body);
    draw();
    TOPICS.forEach(topic -> live.on(this, topic, this::draw));
  }

  private static Button declareButton(Declares dialog) {
    var button =
        new Button("Declare incident", _ -> dialog.open(UI.getCurrentOrThrow(), Optional.empty()));
    button.addClassName("f-desk");
    return Keys.on(button, "d");
  }

  private void draw() {
    var now = viewer.times().now();
    var watches = onCall.now(now);
    var groups = alerts.openGroups();
    var open = incidents.open();
    var late = Overdue.of(open, reviews.outstanding(now), viewer);
    head.fact(viewer.times().here());
    body.removeAll();
    body.add(new Sentence(viewer).of(watches, groups, open, late.size()));
    var two = new Div(Overdue.section(late), CustomersRead.of(components.now()));
    two.addClassName("f-two");
    body.add(
        columns(
            stack(burning.of(groups, open), two),
            stack(
                Coming.section(Coming.of(watches, open, viewer), viewer.times()),
                OnCallSection.of(viewer, onCall))));
  }
}
