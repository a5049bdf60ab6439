package farol.console.statuspage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Keys;
import farol.console.ui.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When customers hear next: 20, 30 or 60 minutes, by the keys 1 to 3. */
class PromiseChoice extends Div {
  private static final List<Integer> MINUTES = List.of(20, 30, 60);

  private final transient Viewer viewer;
  private final List<Button> buttons = new ArrayList<>();
  private final Span at = new Span();
  private final Runnable changed;
  private int minutes = MINUTES.getFirst();

  PromiseChoice(Viewer viewer, Runnable changed) {
    this.viewer = viewer;
    this.changed = changed;
    addClassName("f-stateline");
    var label = new Span("Next update in");
    add(label);
    for (var index = 0; index < MINUTES.size(); index++) {
      add(button(MINUTES.get(index), String.valueOf(index + 1)));
    }
    add(at);
    choose(minutes, false);
  }

  private Button button(int choice, String key) {
    var button = new Button(choice + " min", _ -> choose(choice, true));
    button.addThemeVariants(ButtonVariant.SMALL);
    buttons.add(button);
    return Keys.on(button, key);
  }

  private void choose(int choice, boolean tell) {
    minutes = choice;
    for (var index = 0; index < buttons.size(); index++) {
      var chosen = MINUTES.get(index) == choice;
      buttons.get(index).getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    }
    at.setText("by " + viewer.times().text(at()));
    if (tell) {
      changed.run();
    }
  }

  /** The instant promised, on a whole minute. */
  Instant at() {
    return viewer
        .times()
        .now()
        .plus(Duration.ofMinutes(minutes))
        .plusSeconds(30)
        .truncatedTo(ChronoUnit.MINUTES);
  }
}
