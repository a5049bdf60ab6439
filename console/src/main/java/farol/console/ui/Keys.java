package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Letters that act. The script of the frame clicks the visible element that carries the pressed
 * letter; letters are off while a field has the focus.
 */
public final class Keys {
  private static final String KEY = "data-key";

  private Keys() {}

  /** Lets {@code key} click this button, and prints it in the button (not on phones). */
  public static Button on(Button button, String key) {
    button.getElement().setAttribute(KEY, key);
    button.setSuffixComponent(cap(key));
    return button;
  }

  /** Lets {@code key} click this component without printing it. */
  public static <C extends Component> C quietly(C component, String key) {
    component.getElement().setAttribute(KEY, key);
    return component;
  }

  /** The cap of a key, as printed in hints. */
  public static Span cap(String key) {
    var cap = new Span(key);
    cap.addClassName("f-kbd");
    cap.getElement().setAttribute("aria-hidden", "true");
    return cap;
  }

  /**
   * The hint row at the foot of a list: key, word, key, word; the last cell stands at the right.
   */
  public static Div hints(String right, String... keysAndWords) {
    var row = new Div();
    row.addClassNames("f-hints", "f-desk");
    for (var i = 0; i + 1 < keysAndWords.length; i += 2) {
      var hint = new Span();
      for (var key : keysAndWords[i].split(" ", -1)) {
        hint.add(cap(key));
      }
      hint.add(keysAndWords[i + 1]);
      row.add(hint);
    }
    row.add(new Span(right));
    return row;
  }
}
