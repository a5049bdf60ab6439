package farol.console.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;

/**
 * A quiet list of names and words: rows of 36 px, hairlines, no borders, as high as its rows. On a
 * phone the first column stays and the others follow beneath the finger by scrolling inside.
 */
public class Table<T> extends Grid<T> {
  public Table(String label) {
    addClassNames("f-table");
    addThemeVariants(GridVariant.NO_BORDER);
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
    getElement().setAttribute("aria-label", label);
  }

  /** A column of text that grows; what does not fit is cut and stands on hover. */
  public Table<T> grows(String head, ValueProvider<T, String> text) {
    addColumn(cell("f-clip", text)).setHeader(head).setFlexGrow(1);
    return this;
  }

  /** A column of text of a fixed width. */
  public Table<T> fixed(String head, String width, ValueProvider<T, String> text) {
    addColumn(cell("f-clip f-2", text)).setHeader(head).setWidth(width).setFlexGrow(0);
    return this;
  }

  private static <T> LitRenderer<T> cell(String classes, ValueProvider<T, String> text) {
    // The class is one of two literals above, never text from outside.
    return LitRenderer.<T>of(
            "<div class=\"" + classes + "\" title=\"${item.text}\">${item.text}</div>")
        .withProperty("text", text);
  }
}
