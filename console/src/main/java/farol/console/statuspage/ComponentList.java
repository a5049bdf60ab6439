package farol.console.statuspage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.SectionHead;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The components as readers see them, in the order of the page. */
final class ComponentList {
  private final Desk desk;

  ComponentList(Desk desk) {
    this.desk = desk;
  }

  Div section() {
    var now = desk.components().now();
    var section = new Div(new SectionHead("Components", String.valueOf(now.size())));
    section.addClassName("f-section");
    for (var group : desk.groups().all()) {
      group(section, group.name(), group.id(), now);
    }
    group(section, "Other", null, now);
    return section;
  }

  private static void group(Div section, String name, @Nullable String id, List<ComponentNow> now) {
    var children =
        now.stream().filter(one -> Objects.equals(one.component().groupId(), id)).toList();
    if (children.isEmpty()) {
      return;
    }
    var head = new Div(name);
    head.addClassName("f-day");
    section.add(head);
    children.forEach(child -> section.add(row(child)));
  }

  private static Div row(ComponentNow now) {
    var name = new Span(now.component().name());
    name.addClassName("f-clip");
    var row = new Div(name, Shown.of(now.state(), word(now)));
    row.addClassName("f-componentrow");
    return row;
  }

  /** The word with the regions that are hit, where others are not. */
  private static String word(ComponentNow now) {
    var hit =
        now.regions().stream()
            .filter(there -> there.state() != State.OPERATIONAL)
            .map(ComponentNow.InRegion::region)
            .collect(Collectors.toList());
    return hit.isEmpty() || hit.size() == now.regions().size()
        ? now.state().word()
        : now.state().word() + ", " + String.join(", ", hit);
  }
}
