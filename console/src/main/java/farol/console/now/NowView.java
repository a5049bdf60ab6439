package farol.console.now;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.oncall.OnCallBoard;
import farol.console.frame.MainLayout;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;

/** The home: am I on call and until when, and what waits. */
@PermitAll
@PageTitle("Now, Farol")
@Route(value = "", layout = MainLayout.class)
class NowView extends Page {
  private final transient Viewer viewer;
  private final transient OnCallBoard onCall;
  private final ViewHead head = new ViewHead("Now");
  private final Div side = stack();

  NowView(Viewer viewer, OnCallBoard onCall, Live live) {
    this.viewer = viewer;
    this.onCall = onCall;
    add(head, side);
    draw();
    live.on(this, Topic.ON_CALL, this::draw);
  }

  private void draw() {
    head.fact(viewer.times().here());
    side.removeAll();
    side.add(OnCallSection.of(viewer, onCall));
  }
}
