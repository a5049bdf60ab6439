package farol.console.statuspage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Viewer;
import farol.statuspage.component.State;
import farol.statuspage.incident.Impact;
import farol.statuspage.incident.PostTexts;
import farol.statuspage.incident.PublicStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post as a reader's phone will show it. */
class PostPreview extends Div {
  private final transient Viewer viewer;

  PostPreview(Viewer viewer) {
    this.viewer = viewer;
    addClassName("f-preview");
    getElement().setAttribute("aria-live", "off");
  }

  void show(
      String title,
      Impact impact,
      PublicStatus status,
      String body,
      List<PostTexts.Named> affected,
      @Nullable Instant promise) {
    removeAll();
    var about = new Span(impact.word() + " impact");
    about.addClassName("f-2");
    var text = new Paragraph(body);
    text.addClassNames("f-wrap", "f-said");
    var hit = new Div();
    hit.addClassName("f-stateline");
    affected.stream()
        .filter(one -> one.state() != State.OPERATIONAL)
        .forEach(one -> hit.add(Shown.of(one.state(), one.name())));
    add(new H3(title), about, hit, new Span(status.word()), text);
    if (promise != null) {
      var next = new Span("Next update by " + viewer.times().text(promise));
      next.addClassName("f-title");
      add(next);
    }
  }
}
