package farol.console.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;

/** The head of a section over a hairline, with one quiet fact beside it. */
public class SectionHead extends H2 {
  private final Element fact = new Element("small");

  public SectionHead(String title) {
    addClassName("f-h2");
    add(new Text(title));
  }

  public SectionHead(String title, String fact) {
    this(title);
    fact(fact);
  }

  /** Replaces the fact beside the title. */
  public SectionHead fact(String text) {
    fact.setText(text);
    if (fact.getParent() == null) {
      getElement().appendChild(fact);
    }
    return this;
  }

  /** A link at the right end, for example to the whole list. */
  public SectionHead link(String text, String path) {
    var link = new Anchor(path, text);
    link.setRouterIgnore(false);
    link.addClassNames("f-link", "f-push");
    add(link);
    return this;
  }

  public SectionHead link(RouterLink link) {
    link.addClassNames("f-link", "f-push");
    add(link);
    return this;
  }
}
