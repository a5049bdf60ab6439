package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Rows of a name and its value. */
public class Facts extends DescriptionList {
  public Facts() {
    addClassName("f-facts");
  }

  public Facts row(String name, Component value) {
    var term = new Term(name);
    var description = new Description();
    description.add(value);
    add(term, description);
    return this;
  }

  public Facts row(String name, String value) {
    return row(name, new Span(value));
  }
}
