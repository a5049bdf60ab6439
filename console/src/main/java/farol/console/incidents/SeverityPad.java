package farol.console.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.SeverityPlate;
import farol.incidents.command.Impact;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Reach;
import farol.incidents.command.SeverityMatrix;
import java.util.ArrayList;
import java.util.List;

/** Impact by customers: sixteen fields, each with the severity it comes to. */
class SeverityPad extends Div {
  private record Cell(Impact impact, Reach reach, NativeButton button) {}

  private final List<Cell> cells = new ArrayList<>();
  private IncidentSeverity chosen = IncidentSeverity.SEV2;

  SeverityPad() {
    addClassName("f-sevpad");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Impact and customers");
    add(new Span());
    for (var reach : Reach.values()) {
      add(head(word(reach)));
    }
    for (var impact : Impact.values()) {
      add(head(word(impact)));
      for (var reach : Reach.values()) {
        add(cell(impact, reach));
      }
    }
    choose(Impact.DEGRADED, Reach.MANY);
  }

  IncidentSeverity value() {
    return chosen;
  }

  private static Span head(String word) {
    var head = new Span(word);
    head.addClassName("f-3");
    return head;
  }

  private NativeButton cell(Impact impact, Reach reach) {
    var severity = SeverityMatrix.of(impact, reach);
    var button = new NativeButton();
    button.add(new SeverityPlate(Sev.number(severity)));
    button.setAriaLabel("%s, customers hit: %s, %s".formatted(word(impact), word(reach), severity));
    button.addClickListener(_ -> choose(impact, reach));
    cells.add(new Cell(impact, reach, button));
    return button;
  }

  private void choose(Impact impact, Reach reach) {
    chosen = SeverityMatrix.of(impact, reach);
    for (var cell : cells) {
      var on = cell.impact() == impact && cell.reach() == reach;
      cell.button().getElement().setAttribute("aria-pressed", Boolean.toString(on));
    }
  }

  private static String word(Impact impact) {
    return switch (impact) {
      case DOWN -> "Down";
      case DEGRADED -> "Degraded";
      case AT_RISK -> "At risk";
      case COSMETIC -> "Cosmetic";
    };
  }

  private static String word(Reach reach) {
    return switch (reach) {
      case ALL -> "half or more";
      case MANY -> "many";
      case FEW -> "few";
      case NONE -> "none";
    };
  }
}
