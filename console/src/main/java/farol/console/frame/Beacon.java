package farol.console.frame;

import com.vaadin.flow.component.Html;

/** The sign of the house: a lighthouse with its two beams. */
final class Beacon {
  private Beacon() {}

  static Html drawing(int size) {
    return new Html(
        """
        <svg class="f-logo" viewBox="0 0 24 24" width="%1$d" height="%1$d" aria-hidden="true">
        <path d="M10.2 4.6h3.6l.5 3.4H9.7z M9.5 9.2h5l1.5 10.6H8z" fill="currentColor"/>
        <path d="M8.6 5.6v3L1 9.6V3z M15.4 5.6v3l7.6 1V3z" fill="currentColor" opacity=".34"/></svg>
        """
            .formatted(size));
  }
}
