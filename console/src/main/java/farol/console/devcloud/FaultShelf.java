package farol.console.devcloud;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.runbooks.devcloud.Fault;
import farol.runbooks.devcloud.FaultMatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults that can still hit, with what is left of each. */
class FaultShelf extends Div {
  FaultShelf(List<Fault> faults, Times times, Consumer<Fault> remove) {
    addClassName("f-section");
    add(new SectionHead("Faults", faults.isEmpty() ? "none" : faults.size() + " live"));
    if (faults.isEmpty()) {
      var nothing = new Div("Nothing goes wrong on purpose. A fault shows what a runbook does.");
      nothing.addClassName("dc-quiet");
      add(nothing);
    }
    faults.forEach(fault -> add(row(fault, times, remove)));
  }

  private static Div row(Fault fault, Times times, Consumer<Fault> remove) {
    var what = new Span(sentence(fault));
    var left = new Span(left(fault, times));
    left.addClassName("f-meta");
    var words = new Div(what, left);
    words.addClassName("dc-words");
    var button = new Button("Remove", _ -> remove.accept(fault));
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel("Remove " + sentence(fault));
    var row = new Div(words, button);
    row.addClassName("dc-fault");
    return row;
  }

  /** What goes wrong where, for example "zone-loss in us-east-1b". */
  static String sentence(Fault fault) {
    return fault.kind().wire() + where(fault.match());
  }

  private static String where(FaultMatch match) {
    var place =
        Optional.ofNullable(match.zone())
            .or(() -> Optional.ofNullable(match.region()).map(region -> region.alias()));
    return Stream.of(
            Optional.ofNullable(match.app()).map(" of "::concat),
            place.map(" in "::concat),
            Optional.ofNullable(match.method()).map(" on "::concat),
            Optional.ofNullable(match.path()).map(" "::concat))
        .flatMap(Optional::stream)
        .collect(Collectors.joining());
  }

  private static String left(Fault fault, Times times) {
    var left = fault.left();
    var until = fault.until();
    if (left != null) {
      return left + (left == 1 ? " request left" : " requests left");
    }
    return until == null ? "until it is removed" : "until " + times.seconds(until);
  }
}
