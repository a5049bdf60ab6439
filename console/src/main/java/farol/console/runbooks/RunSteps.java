package farol.console.runbooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import farol.console.ui.AskDialog;
import farol.console.ui.RefusalLine;
import farol.console.ui.Viewer;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.RunStep;
import farol.runbooks.execution.Runs;
import java.util.Map;

/** The steps of a run, each with its state, its command and, where it waits, what to do. */
class RunSteps extends Div {
  private static final Map<String, String> DECISIONS =
      Map.of(
          "happened", "It happened",
          "did-not-happen", "It did not happen, send it again",
          "abandon", "Abandon the run");

  private final transient Run run;
  private final transient Runs runs;
  private final transient Viewer viewer;
  private final RefusalLine refusal;
  private final transient Runnable redraw;

  RunSteps(Run run, Runs runs, Viewer viewer, RefusalLine refusal, Runnable redraw) {
    this.run = run;
    this.runs = runs;
    this.viewer = viewer;
    this.refusal = refusal;
    this.redraw = redraw;
    run.steps().forEach(step -> add(line(step)));
  }

  private Component line(RunStep step) {
    var name = new Span(step.id());
    name.addClassName("f-title");
    var command = new Span(step.resolved().command());
    command.addClassNames("f-code", "f-wrap");
    var said = new Span(step.detail());
    said.addClassName("f-sub");
    var text = new Div(name, command, said);
    text.addClassName("f-steptext");
    var time = step.endedAt() == null ? step.startedAt() : step.endedAt();
    var line =
        new Div(Marks.of(step), text, time == null ? new Span() : viewer.times().atSecond(time));
    line.addClassNames("f-line", "f-runstep");
    if (!run.status().ended()
        && run.current().filter(current -> current.id().equals(step.id())).isPresent()) {
      line.getElement().setAttribute("data-now", true);
      acts(step, text);
    }
    return line;
  }

  private void acts(RunStep step, Div into) {
    if (step.status() == RunStep.State.WAITING && step.resolved().verb().equals("manual")) {
      into.add(signOff(step));
    }
    if (step.status() == RunStep.State.UNKNOWN) {
      var row = new Div();
      row.addClassName("f-planacts");
      for (var outcome : new String[] {"happened", "did-not-happen", "abandon"}) {
        row.add(decision(step, outcome));
      }
      into.add(row);
    }
  }

  private Component signOff(RunStep step) {
    var note = new TextField("What you did, or a link that shows it");
    var button =
        new Button(
            "Sign off",
            _ -> {
              if (refusal.attempt(
                  () -> runs.signOff(viewer.actor(), run.id(), step.id(), note.getValue(), ""))) {
                redraw.run();
              }
            });
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setDisableOnClick(false);
    var row = new Div(note, button);
    row.addClassName("f-signoff");
    return row;
  }

  private Button decision(RunStep step, String outcome) {
    var words = DECISIONS.getOrDefault(outcome, outcome);
    var note = new TextField("How you know");
    var dialog =
        new AskDialog(
            words + "?",
            "Decide",
            () -> {
              runs.decide(viewer.actor(), run.id(), step.id(), outcome, note.getValue());
              redraw.run();
            },
            note);
    dialog.refusal().field("note", note);
    return new Button(words, _ -> dialog.open());
  }
}
