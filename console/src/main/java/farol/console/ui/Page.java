package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The sheet a view is laid out on: margins, the widest line, room for the bar of a phone. */
public class Page extends Div {
  public Page(Component... components) {
    addClassName("f-page");
    add(components);
  }

  /** Fills the height of the window; the list inside scrolls, the page does not. */
  protected void fillHeight() {
    addClassName("f-list");
  }

  /** A section: its head, then its rows. */
  protected static Div section(SectionHead head, Component... rows) {
    var section = new Div(head);
    section.addClassName("f-section");
    section.add(rows);
    return section;
  }

  /** Sections under each other, 32 px apart. */
  protected static Div stack(Component... sections) {
    var stack = new Div(sections);
    stack.addClassName("f-stack");
    return stack;
  }

  /** The content with a side column of 304 px; one column on a phone. */
  protected static Div columns(Component content, Component side) {
    var columns = new Div(content, side);
    columns.addClassName("f-cols");
    return columns;
  }
}
