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

  /** The row of keys at the foot of a list; the last part stands at the right. */
  public static Div row(Component... parts) {
    var row = new Div(parts);
    row.addClassNames("f-hints", "f-desk");
    return row;
  }

  /** A hint that only tells: the keys, separated by spaces, then the word. */
  public static Span hint(String keys, String word) {
    var hint = new Span();
    for (var key : keys.split(" ", -1)) {
      hint.add(cap(key));
    }
    hint.add(word);
    return hint;
  }

  /** A hint that acts, by its letter and by a click. */
  public static Span act(String key, String word, Runnable act) {
    var hint = quietly(hint(key, word), key);
    hint.addClickListener(_ -> act.run());
    return hint;
  }
}
