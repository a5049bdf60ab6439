package farol.console.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Page;
import farol.console.ui.ViewHead;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
@PermitAll
@PageTitle("Not found, Farol")
@ParentLayout(MainLayout.class)
public class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    var path = event.getLocation().getPath();
    var home = new Anchor("", "Go to Now");
    home.addClassName("f-link");
    add(
        new ViewHead("Not found").still(),
        new EmptyState(
            "There is nothing at /" + path + ".",
            "It may have another number, or it was never built. Ctrl K finds what there is.",
            home));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
