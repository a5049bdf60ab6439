package farol.runbooks.library;

/** Turns Markdown into HTML that is safe to show. The port behind which the library is kept. */
public interface MarkdownRenderer {
  /** Answers sanitised HTML; where rendering takes too long, the text itself in a {@code pre}. */
  String html(String markdown);
}
