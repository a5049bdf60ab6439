package farol.console.statuspage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import farol.statuspage.incident.Affected;
import farol.statuspage.incident.PublicIncident;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each component with the state it is in, and the state the post will say. */
class ComponentStates extends Div {
  private final Map<String, Select<State>> picks = new LinkedHashMap<>();
  private final Map<String, State> before = new LinkedHashMap<>();

  ComponentStates(Desk desk, @Nullable PublicIncident incident, Runnable changed) {
    addClassName("f-board");
    if (incident != null) {
      incident.components().forEach(one -> before.put(one.id(), one.state()));
    }
    desk.components().now().forEach(now -> add(row(now, changed)));
  }

  private Div row(ComponentNow now, Runnable changed) {
    var id = now.component().id();
    var pick = new Select<State>();
    pick.setItems(
        State.OPERATIONAL,
        State.DEGRADED_PERFORMANCE,
        State.PARTIAL_OUTAGE,
        State.MAJOR_OUTAGE,
        State.UNDER_MAINTENANCE,
        State.UNKNOWN);
    pick.setItemLabelGenerator(State::word);
    pick.setAriaLabel(now.component().name() + ", new state");
    pick.setValue(before.getOrDefault(id, State.OPERATIONAL));
    pick.addValueChangeListener(_ -> changed.run());
    picks.put(id, pick);
    var name = new Span(now.component().name());
    name.addClassName("f-clip");
    var row = new Div(name, Shown.of(now.state()), pick);
    row.addClassName("f-picks");
    return row;
  }

  void allWell() {
    picks.values().forEach(pick -> pick.setValue(State.OPERATIONAL));
  }

  /** What the post says: every component that is hit, or was. */
  List<Affected> told() {
    var told = new ArrayList<Affected>();
    picks.forEach(
        (id, pick) -> {
          if (before.containsKey(id) || pick.getValue() != State.OPERATIONAL) {
            told.add(new Affected(id, pick.getValue()));
          }
        });
    return told;
  }
}
