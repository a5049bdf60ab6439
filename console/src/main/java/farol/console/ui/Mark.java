package farol.console.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The shapes that states have, 12 px, drawn in the tone of the state. */
public enum Mark {
  TRIGGERED,
  ACKNOWLEDGED,
  SNOOZED,
  SUPPRESSED,
  RESOLVED,
  STORM,
  OPERATIONAL,
  DEGRADED,
  PARTIAL,
  MAJOR,
  MAINTENANCE,
  UNKNOWN,
  PLANNED,
  WAITING,
  RUNNING,
  VERIFIED,
  FAILED,
  UNDONE,
  SKIPPED;

  /** The name the style sheet knows, for {@code data-mark} in a template. */
  public String cssName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A fresh shape without a word; the word must stand beside it. */
  public Span shape(Tone tone) {
    var shape = new Span();
    shape.addClassName("f-mark");
    shape.getElement().setAttribute("data-mark", cssName()).setAttribute("aria-hidden", "true");
    tone.on(shape);
    return shape;
  }
}
