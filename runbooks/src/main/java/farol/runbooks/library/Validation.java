package farol.runbooks.library;

import farol.alerting.door.Refusal;
import java.nio.charset.StandardCharsets;

/** What every text must satisfy before a parser sees it. */
public final class Validation {
  private Validation() {}

  /** Refuses text that is too large (413), not text, or nested beyond the limit (422). */
  public static void checkText(String markdown) {
    if (markdown.length() > DocumentParser.MARKDOWN_MAX
        || markdown.getBytes(StandardCharsets.UTF_8).length > DocumentParser.MARKDOWN_MAX) {
      throw Refusal.tooLarge("A runbook has at most 256 KiB of Markdown");
    }
    if (markdown.indexOf('\0') >= 0) {
      throw Refusal.invalid("markdown", "is text: it holds a NUL character");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(markdown)) {
      throw Refusal.invalid("markdown", "is text in UTF-8: it holds half a character");
    }
    var line = DocumentParser.tooDeepAt(markdown);
    if (line > 0) {
      throw Refusal.invalid(
          "markdown",
          "RB901: line %d nests deeper than %d levels".formatted(line, Nesting.NESTING_MAX));
    }
  }
}
