package farol.console.alerts;

import com.vaadin.flow.component.html.Span;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Severity;
import farol.console.ui.Mark;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Words;

/** The three signs of an alert's state, and the word of its sender's severity. */
public final class AlertStates {
  private AlertStates() {}

  static Mark mark(AlertState state) {
    return switch (state) {
      case TRIGGERED -> Mark.TRIGGERED;
      case ACKNOWLEDGED -> Mark.ACKNOWLEDGED;
      case RESOLVED -> Mark.RESOLVED;
    };
  }

  static Tone tone(AlertState state) {
    return switch (state) {
      case TRIGGERED -> Tone.RED;
      case ACKNOWLEDGED -> Tone.AMBER;
      case RESOLVED -> Tone.GREEN;
    };
  }

  /** The state as every view shows it. */
  public static StateMark of(AlertState state) {
    return new StateMark(mark(state), Words.title(state), tone(state));
  }

  /** The sender's severity: a word only, the state has the colour. */
  public static Span severity(Severity severity) {
    var word = new Span(Words.lower(severity));
    word.addClassName("f-sender");
    word.getElement().setAttribute("data-sev", Words.lower(severity));
    return word;
  }
}
