package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** What an empty list is for, in a sentence, and the first step. */
public class EmptyState extends Div {
  public EmptyState(String sentence, String firstStep, Component... acts) {
    addClassName("f-empty");
    var title = new Element("b");
    title.setText(sentence);
    getElement().appendChild(title);
    add(new Span(firstStep));
    add(acts);
  }
}
