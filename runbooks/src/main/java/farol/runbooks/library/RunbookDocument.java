package farol.runbooks.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A runbook as it was read: what the front matter says, what can be executed, and what the lint
 * found. Lines count from 1 in the file as sent.
 *
 * @param kind {@code executable} when the front matter says {@code runbook: v1}, else {@code plain}
 * @param owner the slug of a team
 * @param stage {@code draft}, {@code published} or {@code deprecated}
 * @param body the Markdown with the front matter blanked out, for rendering
 */
public record RunbookDocument(
    String kind,
    String id,
    String title,
    @Nullable String owner,
    List<String> services,
    List<String> alerts,
    String stage,
    @Nullable LocalDate reviewBy,
    List<Parameter> params,
    Policy policy,
    List<Step> steps,
    List<Heading> headings,
    List<CodeBlock> codeBlocks,
    List<Command> commands,
    List<Placeholder> placeholders,
    List<Finding> findings,
    String body) {
  /** A heading of the document. */
  public record Heading(int level, String text, int line) {}

  /** A fenced block. */
  public record CodeBlock(int line, String info, String language) {}

  /**
   * One shell command of a plain block.
   *
   * @param block the line of the opening fence
   * @param mutating null when it is not known
   */
  public record Command(
      int line, int block, String text, String program, @Nullable Boolean mutating) {}

  /** Something the reader has to fill in by hand. */
  public record Placeholder(int line, String text) {}

  public boolean executable() {
    return kind.equals("executable");
  }

  public boolean valid() {
    return findings.stream().noneMatch(Finding::isError);
  }

  public boolean published() {
    return stage.equals("published");
  }

  public Optional<Parameter> param(String name) {
    return params.stream().filter(param -> param.name().equals(name)).findFirst();
  }
}
