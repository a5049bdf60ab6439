package farol.console.now;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.alerting.oncall.OnCall;
import farol.console.frame.MainLayout;
import farol.console.ui.Page;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** The home: am I on call and until when, and what waits. */
@PermitAll
@PageTitle("Now, Farol")
@Route(value = "", layout = MainLayout.class)
class NowView extends Page {
  NowView(Viewer viewer, ObjectProvider<OnCall> onCall, Catalog catalog) {
    add(new ViewHead("Now").fact(viewer.times().here()));
    onCall.ifAvailable(turns -> add(OnCallSection.of(viewer, turns, catalog)));
  }
}
