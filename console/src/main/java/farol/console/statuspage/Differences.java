package farol.console.statuspage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Mark;
import farol.console.ui.Tone;
import farol.statuspage.component.State;
import farol.statuspage.incident.Situation.Difference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed since a post was written, each as a sentence. */
final class Differences {
  private static final String COMPONENT = "components.";

  private Differences() {}

  static Div sentence(Desk desk, Difference difference) {
    var line = new Div(Mark.UNDONE.shape(Tone.AMBER), new Span(words(desk, difference)));
    line.addClassName("f-stateline");
    return line;
  }

  static String words(Desk desk, Difference difference) {
    var field = difference.field();
    if (field.startsWith(COMPONENT)) {
      return "%s went from %s to %s"
          .formatted(
              desk.componentName(field.substring(COMPONENT.length())),
              state(difference.was()),
              state(difference.now()));
    }
    return switch (field) {
      case "impact" -> moved("The impact", difference);
      case "status" -> moved("The public status", difference);
      case "regions" -> moved("The regions", difference);
      case "startedAt" -> moved("The start", difference);
      default -> "The situation moved and came back since this was written";
    };
  }

  private static String moved(String what, Difference difference) {
    return "%s went from %s to %s".formatted(what, said(difference.was()), said(difference.now()));
  }

  private static String said(@Nullable String value) {
    return value == null || value.isEmpty() ? "nothing" : value;
  }

  private static String state(@Nullable String code) {
    return code == null ? "unaffected" : State.of(Objects.requireNonNull(code)).inSentence();
  }
}
