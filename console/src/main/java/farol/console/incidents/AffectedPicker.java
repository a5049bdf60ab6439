package farol.console.incidents;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import farol.statuspage.incident.PublicPosts.ComponentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which components are hurt, and how: each with what is said of it and what will be said. */
class AffectedPicker extends Div {
  private final MultiSelectComboBox<ComponentNow> chosen =
      new MultiSelectComboBox<>("What is hurt");
  private final Div lines = new Div();
  private final Map<String, Select<State>> states = new LinkedHashMap<>();
  private boolean healed;

  AffectedPicker(List<ComponentNow> components) {
    chosen.setItems(components);
    chosen.setItemLabelGenerator(now -> now.component().name());
    chosen.setWidthFull();
    chosen.addValueChangeListener(event -> draw(event.getValue()));
    add(chosen, lines);
    chosen.setValue(
        components.stream()
            .filter(now -> now.state() != State.OPERATIONAL)
            .collect(java.util.stream.Collectors.toSet()));
  }

  /** After the end everything chosen is said to be operational again. */
  void healed(boolean all) {
    if (healed != all) {
      healed = all;
      draw(chosen.getValue());
    }
  }

  List<ComponentState> states() {
    return states.entrySet().stream()
        .map(entry -> new ComponentState(entry.getKey(), entry.getValue().getValue().code()))
        .toList();
  }

  private void draw(Set<ComponentNow> hurt) {
    lines.removeAll();
    states.clear();
    hurt.forEach(
        now -> {
          var select = new Select<State>();
          select.setItems(State.values());
          select.setItemLabelGenerator(State::word);
          select.setValue(after(now));
          select.setAriaLabel("State of " + now.component().name());
          states.put(now.component().id(), select);
          var name =
              new Span(
                  "%s, %s now, then".formatted(now.component().name(), now.state().inSentence()));
          name.addClassName("f-grow");
          var line = new Div(name, select);
          line.addClassName("f-blocker");
          lines.add(line);
        });
  }

  private State after(ComponentNow now) {
    if (healed) {
      return State.OPERATIONAL;
    }
    return now.state() == State.OPERATIONAL ? State.DEGRADED_PERFORMANCE : now.state();
  }
}
