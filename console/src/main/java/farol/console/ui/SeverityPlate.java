package farol.console.ui;

import com.vaadin.flow.component.html.Span;

/** The severity of an incident as a plate, {@code SEV1} (worst) to {@code SEV5}. */
public class SeverityPlate extends Span {
  public static final int WORST = 1;
  public static final int MILDEST = 5;

  public SeverityPlate(int severity) {
    super("SEV" + severity);
    if (severity < WORST || severity > MILDEST) {
      throw new IllegalArgumentException("A severity is 1 to 5, not %d".formatted(severity));
    }
    addClassName("f-sev");
    getElement().setAttribute("data-sev", Integer.toString(severity));
  }

  /** Once the incident is resolved the plate is a grey outline. */
  public SeverityPlate over(boolean over) {
    getElement().setAttribute("data-over", over);
    return this;
  }
}
