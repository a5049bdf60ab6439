package farol.console.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Facts;
import farol.console.ui.Keys;
import farol.console.ui.SectionHead;

/** The keys of the house, on one sheet. */
class ShortcutsDialog extends Dialog {
  ShortcutsDialog() {
    setHeaderTitle("Shortcuts");
    addClassName("f-ask");
    setWidth("480px");
    var everywhere = new Facts();
    everywhere.row("Search or do", keys("Ctrl K"));
    everywhere.row("Declare incident", keys("d"));
    everywhere.row("Undo the last act", keys("z"));
    everywhere.row("This sheet", keys("?"));
    var lists = new Facts();
    lists.row("Move", keys("j", "k"));
    lists.row("Open", keys("Enter"));
    lists.row("Filter", keys("/"));
    lists.row("Acknowledge", keys("a"));
    var places = new Facts();
    for (var place : Place.values()) {
      places.row(place.title(), keys("g", place.letter()));
    }
    var sheet =
        new Div(
            new SectionHead("Everywhere"), everywhere,
            new SectionHead("In lists"), lists,
            new SectionHead("Go to"), places);
    sheet.addClassName("f-sheet");
    add(sheet);
  }

  private static Span keys(String... keys) {
    var row = new Span();
    row.addClassName("f-keys");
    for (var key : keys) {
      row.add(Keys.cap(key));
    }
    return row;
  }
}
