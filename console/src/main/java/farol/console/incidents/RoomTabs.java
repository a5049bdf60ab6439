package farol.console.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;

/** On a phone the room is one of three: the timeline, the people, what to do. */
class RoomTabs extends Div {
  private static final String TIMELINE = "timeline";
  private static final String DO = "do";

  private final Component room;
  private final Map<String, NativeButton> tabs = new LinkedHashMap<>();

  RoomTabs(Component room) {
    this.room = room;
    addClassName("f-roomtabs");
    getElement().setAttribute("role", "tablist");
    tab(TIMELINE, "Timeline");
    tab("people", "People");
    tab(DO, "Do");
    open(TIMELINE);
  }

  /** How many things wait for somebody. */
  void show(long waiting) {
    tabs.computeIfPresent(
        DO,
        (_, tab) -> {
          tab.setText(waiting == 0 ? "Do" : "Do, " + waiting);
          return tab;
        });
  }

  private void tab(String name, String word) {
    var tab = new NativeButton(word, _ -> open(name));
    tab.getElement().setAttribute("role", "tab");
    tabs.put(name, tab);
    add(tab);
  }

  private void open(String name) {
    room.getElement().setAttribute("data-tab", name);
    tabs.forEach(
        (other, tab) -> {
          tab.getElement().setAttribute("data-on", other.equals(name));
          tab.getElement().setAttribute("aria-selected", Boolean.toString(other.equals(name)));
        });
  }
}
