package farol.runbooks.library;

import farol.runbooks.library.RunbookDocument.Command;
import farol.runbooks.library.RunbookDocument.Placeholder;
import java.util.List;

/** What makes a runbook hard to use at night, though it is not wrong. */
final class Style {
  private Style() {}

  static void check(
      FrontMatter front,
      Outline outline,
      List<Command> commands,
      List<Placeholder> placeholders,
      Findings findings) {
    if (front.executable()) {
      executable(front, outline, findings);
      for (var placeholder : placeholders) {
        findings.warning(
            "RB503",
            placeholder.line(),
            "%s has to be filled in by hand; a parameter would be checked"
                .formatted(placeholder.text()));
      }
    }
    for (var command : commands) {
      if (Boolean.TRUE.equals(command.mutating())) {
        findings.info(
            "RB504",
            command.line(),
            "'%s' changes something outside a step".formatted(command.program()));
      }
    }
  }

  private static void executable(FrontMatter front, Outline outline, Findings findings) {
    if (front.owner() == null) {
      findings.warning("RB501", 1, "Nobody owns this runbook: name the team in owner");
    }
    if (outline.headings().stream().noneMatch(h -> h.text().equalsIgnoreCase("Mitigation"))) {
      findings.warning("RB502", 1, "There is no heading Mitigation: readers look for it first");
    }
    for (var fence : outline.fences()) {
      if (fence.language().equals("heroku") && !StepReader.isStep(fence)) {
        findings.info("RB504", fence.line(), "This heroku block has no id, so it is not a step");
      }
    }
  }
}
