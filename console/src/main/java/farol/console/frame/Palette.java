package farol.console.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Actor;
import farol.console.frame.PaletteSource.Entry;
import farol.console.frame.PaletteSource.Group;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import java.util.ArrayList;
import java.util.List;

/** Search or do: one field, what may be done, and where one may go. */
class Palette extends Dialog {
  private static final String LIST_ID = "palette-lines";

  private final transient Actor viewer;
  private final transient List<PaletteSource> sources;
  private final Input input = new Input();
  private final Div list = new Div();
  private transient List<Entry> shown = List.of();
  private final List<Div> lines = new ArrayList<>();
  private int at;

  Palette(Actor viewer, List<PaletteSource> sources) {
    this.viewer = viewer;
    this.sources = sources;
    addClassName("f-palette");
    setWidth("620px");
    getElement().setAttribute("aria-label", "Search or do");
    list.addClassName("f-pal-list");
    list.setId(LIST_ID);
    list.getElement().setAttribute("role", "listbox").setAttribute("aria-label", "Lines");
    add(field(), list, foot());
    search("");
    addOpenedChangeListener(
        event -> {
          if (event.isOpened()) {
            input.focus();
          }
        });
  }

  private Div field() {
    input.setPlaceholder("Search or do");
    input.setValueChangeMode(ValueChangeMode.EAGER);
    input.addValueChangeListener(event -> search(event.getValue()));
    input
        .getElement()
        .setAttribute("role", "combobox")
        .setAttribute("aria-expanded", "true")
        .setAttribute("aria-controls", LIST_ID)
        .setAttribute("aria-label", "Search or do")
        .setAttribute("autocomplete", "off");
    on("ArrowDown", () -> select(at + 1));
    on("ArrowUp", () -> select(at - 1));
    on("Enter", () -> run(at));
    var field = new Div(Glyph.SEARCH.icon(), input, Keys.cap("Esc"));
    field.addClassName("f-pal-in");
    return field;
  }

  private void on(String key, Runnable act) {
    input
        .getElement()
        .addEventListener("keydown", _ -> act.run())
        .setFilter("event.key === '" + key + "' && (event.preventDefault() || true)");
  }

  private static Div foot() {
    var foot = new Div(hint("move", "\u2191", "\u2193"), hint("do it", "Enter"));
    foot.addClassNames("f-pal-foot", "f-desk");
    foot.add(new Span("Only what you may do is listed"));
    return foot;
  }

  private static Span hint(String word, String... keys) {
    var hint = new Span();
    for (var key : keys) {
      hint.add(Keys.cap(key));
    }
    hint.add(word);
    return hint;
  }

  private void search(String query) {
    shown = PaletteMatch.best(sources, viewer, query);
    list.removeAll();
    lines.clear();
    Group group = null;
    for (var i = 0; i < shown.size(); i++) {
      if (shown.get(i).group() != group) {
        group = shown.get(i).group();
        list.add(new H3(group == Group.DO ? "Do" : "Go to"));
      }
      lines.add(line(i, query));
      list.add(lines.getLast());
    }
    if (shown.isEmpty()) {
      list.add(new H3("Nothing fits. Try a number, a name, or a verb."));
    }
    select(0);
  }

  private Div line(int index, String query) {
    var entry = shown.get(index);
    var line = new Div(entry.glyph().icon());
    line.addClassName("f-pal");
    line.setId("palette-" + index);
    line.getElement().setAttribute("role", "option");
    line.getElement().appendChild(PaletteMatch.marked(entry.text(), query));
    var end = new Span();
    end.addClassName("f-keys");
    var note = entry.note();
    if (note != null) {
      var small = new Element("small");
      small.setText(note);
      end.getElement().appendChild(small);
    }
    entry.keys().forEach(key -> end.add(Keys.cap(key)));
    line.add(end);
    line.addClickListener(_ -> run(index));
    return line;
  }

  private void select(int index) {
    at = Math.clamp(index, 0, Math.max(0, lines.size() - 1));
    for (var i = 0; i < lines.size(); i++) {
      lines.get(i).getElement().setAttribute("aria-selected", Boolean.toString(i == at));
    }
    if (!lines.isEmpty()) {
      input.getElement().setAttribute("aria-activedescendant", "palette-" + at);
      lines.get(at).getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
  }

  private void run(int index) {
    if (index < shown.size()) {
      close();
      shown.get(index).act().run();
    }
  }
}
