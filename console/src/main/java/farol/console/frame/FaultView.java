package farol.console.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import farol.alerting.door.Refusal;
import farol.console.ui.EmptyState;
import farol.console.ui.Page;
import farol.console.ui.ViewHead;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view that could not be drawn. */
@PermitAll
@PageTitle("Something broke, Farol")
@ParentLayout(MainLayout.class)
public class FaultView extends Page implements HasErrorParameter<Exception> {
  private static final Logger log = LoggerFactory.getLogger(FaultView.class);
  private static final int FAULT = 500;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    if (parameter.getException() instanceof Refusal refusal) {
      show("Refused", refusal.detail() + ".", "Nothing was changed.");
      return refusal.status();
    }
    var trace =
        Faults.record(log, "Drawing /" + event.getLocation().getPath(), parameter.getException());
    show(
        "Something broke",
        "This view could not be drawn.",
        "Nothing was lost. Reload, or tell an administrator the number " + trace + ".");
    return FAULT;
  }

  private void show(String title, String sentence, String step) {
    var home = new Anchor("", "Go to Now");
    home.addClassName("f-link");
    add(new ViewHead(title).still(), new EmptyState(sentence, step, home));
  }
}
