package farol.console.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.function.Consumer;

/** Lets {@code j}, {@code k} and Enter walk a grid; the script of the frame tells the keys. */
public final class ListKeys {
  private ListKeys() {}

  /** Enter, or a click on a row, opens the item. */
  public static <T> void on(Grid<T> grid, Consumer<T> open) {
    grid.setSelectionMode(Grid.SelectionMode.SINGLE);
    grid.getElement().setAttribute("data-list", true);
    grid.getElement()
        .addEventListener(
            "farol-move", event -> move(grid, event.getEventData().path("event.detail").asInt(0)))
        .addEventData("event.detail");
    grid.getElement()
        .addEventListener(
            "farol-open", _ -> grid.asSingleSelect().getOptionalValue().ifPresent(open));
    grid.addItemClickListener(click -> open.accept(click.getItem()));
  }

  private static <T> void move(Grid<T> grid, int step) {
    var items = grid.getListDataView().getItems().toList();
    if (items.isEmpty()) {
      return;
    }
    var at = grid.asSingleSelect().getOptionalValue().map(items::indexOf).orElse(-1);
    var next = at < 0 ? 0 : Math.clamp(at + step, 0, items.size() - 1);
    grid.select(items.get(next));
    grid.scrollToIndex(next);
  }
}
