package farol.console.ui;

import com.vaadin.flow.component.html.Span;

/** An identifier in monospace that a click, Enter or the space bar copies. */
public class CopyId extends Span {
  public CopyId(String text) {
    this(text, text);
  }

  /** Shows {@code text} and copies {@code value}. */
  public CopyId(String text, String value) {
    super(text);
    addClassNames("f-id", "f-copy");
    getElement()
        .setAttribute("data-copy", value)
        .setAttribute("role", "button")
        .setAttribute("tabindex", "0")
        .setAttribute("title", "Copy")
        .setAttribute("aria-label", "Copy " + text);
  }
}
