package farol.console.frame;

import com.vaadin.flow.component.html.Span;

/** The sign of the house: a lighthouse with its two beams. */
final class Beacon {
  private Beacon() {}

  static Span drawing(int size) {
    var drawing = new Span();
    drawing.addClassName("f-logo");
    // As markup, since attributes set one by one lose the capital in viewBox.
    drawing
        .getElement()
        .setProperty(
            "innerHTML",
            """
            <svg viewBox="0 0 24 24" width="%1$d" height="%1$d" aria-hidden="true">
            <path d="M10.2 4.6h3.6l.5 3.4H9.7z M9.5 9.2h5l1.5 10.6H8z" fill="currentColor"/>
            <path d="M8.6 5.6v3L1 9.6V3z M15.4 5.6v3l7.6 1V3z" fill="currentColor" opacity=".34"/>
            </svg>
            """
                .formatted(size));
    return drawing;
  }
}
