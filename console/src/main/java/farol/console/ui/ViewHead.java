package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The head of a view: title, one line of fact, and at the right the live dot and the acts. */
public class ViewHead extends Header {
  private final Span fact = new Span();
  private final Span live = new Span("Live");
  private final Div acts = new Div();

  public ViewHead(String title) {
    addClassName("f-head");
    fact.addClassName("f-meta");
    live.addClassName("f-live");
    acts.addClassName("f-actions");
    acts.add(live);
    add(new H1(title), fact, acts);
  }

  /** The head of a detail: <em>Back</em> with the name of the list, then {@code lead}. */
  public static ViewHead detail(String list, String path, Component... lead) {
    var head = new ViewHead(list);
    var back = new Anchor(path, "");
    back.setRouterIgnore(false);
    back.addClassName("f-back");
    back.add(Glyph.BACK.icon(), new Span(list));
    back.getElement().setAttribute("aria-label", "Back to " + list);
    head.removeAll();
    head.add(back);
    head.add(lead);
    head.add(head.fact, head.acts);
    return head;
  }

  public ViewHead fact(String text) {
    fact.setText(text);
    return this;
  }

  /** What stands beside the live dot, for example "Live, 7 sources". */
  public ViewHead live(String text) {
    live.setText(text);
    return this;
  }

  /** For a view that does not re-read itself. */
  public ViewHead still() {
    live.setVisible(false);
    return this;
  }

  /** Tertiary first, then secondary, the one primary last. */
  public ViewHead acts(Component... components) {
    acts.add(components);
    return this;
  }
}
