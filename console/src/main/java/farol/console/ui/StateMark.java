package farol.console.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/** A state told three times: by its shape, its word and its tone. */
public class StateMark extends Span {
  public StateMark(Mark mark, String word, Tone tone) {
    addClassName("f-state");
    tone.on(this);
    add(mark.shape(tone), new Text(word));
  }

  /** Makes the word stand out among quiet neighbours, as a hurt component in a table. */
  public StateMark loud() {
    getElement().setAttribute("data-loud", true);
    return this;
  }
}
