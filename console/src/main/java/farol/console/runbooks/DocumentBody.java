package farol.console.runbooks;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Glyph;
import farol.console.ui.Mark;
import farol.console.ui.Tone;
import farol.runbooks.library.MarkdownRenderer;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The document as one readable column, its executable blocks as cards. */
class DocumentBody extends Div {
  private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,}).*");
  private static final Pattern LEADING_TITLE = Pattern.compile("\\A\\s*# [^\n]*\n");

  private final transient MarkdownRenderer renderer;

  DocumentBody(Runbook runbook, MarkdownRenderer renderer) {
    this.renderer = renderer;
    addClassName("f-doc");
    var steps = new HashMap<Integer, Step>();
    runbook.document().steps().forEach(step -> steps.put(step.line(), step));
    lay(List.of(runbook.document().body().split("\n", -1)), steps);
  }

  /**
   * Text up to a step's fence, the step as a card, and so on; the head of the page has the title.
   */
  private void lay(List<String> lines, Map<Integer, Step> steps) {
    var from = 0;
    for (var at = 0; at < lines.size(); at++) {
      var step = steps.get(at + 1);
      var fence = FENCE.matcher(lines.get(at));
      if (step != null && fence.matches()) {
        text(lines.subList(from, at));
        add(card(step));
        at = end(lines, at, fence.group(1));
        from = at + 1;
      }
    }
    if (from < lines.size()) {
      text(lines.subList(from, lines.size()));
    }
  }

  private static int end(List<String> lines, int open, String fence) {
    for (var at = open + 1; at < lines.size(); at++) {
      if (lines.get(at).strip().startsWith(fence)) {
        return at;
      }
    }
    return lines.size() - 1;
  }

  private void text(List<String> lines) {
    var markdown = LEADING_TITLE.matcher(String.join("\n", lines)).replaceFirst("");
    if (!markdown.isBlank()) {
      add(new Html("<div>%s</div>".formatted(renderer.html(markdown))));
    }
  }

  private static Div card(Step step) {
    var command = new Span(step.command());
    command.addClassName("f-command");
    command.getElement().setAttribute("data-copy", step.command()).setAttribute("title", "Copy");
    var sub = new Span(what(step));
    sub.addClassName("f-sub");
    var head = new Div(Mark.PLANNED.shape(Tone.GREY), new Span(step.id()), sub);
    head.addClassName("f-stephead");
    var copy = Glyph.COPY.icon();
    copy.getElement().setAttribute("data-copy", step.command());
    var card = new Div(head, new Div(command, copy));
    card.addClassName("f-step");
    return card;
  }

  /** What the step does, and what undo would do. */
  static String what(Step step) {
    return switch (step.kind()) {
      case MUTATION ->
          "none".equals(step.attribute("undo"))
              ? "changes the platform, cannot be undone"
              : "changes the platform, undo puts it back";
      case CHECK ->
          step.attribute("expect") != null
              ? "check, expects " + step.attribute("expect")
              : step.attribute("warn") != null ? "check, warns " + step.attribute("warn") : "check";
      case READ -> "reads";
      case MANUAL -> "by hand, signed off";
      case WAIT -> "waits";
      case NOTIFY, CALL -> "cannot be run yet";
    };
  }
}
