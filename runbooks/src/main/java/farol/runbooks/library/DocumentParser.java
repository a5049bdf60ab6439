package farol.runbooks.library;

import farol.runbooks.library.RunbookDocument.CodeBlock;
import farol.runbooks.library.RunbookDocument.Command;
import farol.runbooks.library.RunbookDocument.Heading;
import farol.runbooks.library.RunbookDocument.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a Markdown file into a runbook with everything the lint has to say about it. Pure. */
public final class DocumentParser {
  /** Longest document, in characters of its UTF-8 bytes. */
  public static final int MARKDOWN_MAX = 256 * 1024;

  /** The plan's own reason is filled from this parameter, so no step needs to use it. */
  private static final String REASON = "reason";

  private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9]+");

  private DocumentParser() {}

  /** The line at which the text nests deeper than any parser is asked to go, or 0. */
  public static int tooDeepAt(String markdown) {
    return Nesting.tooDeepAt(markdown);
  }

  /**
   * Reads {@code markdown}.
   *
   * @param path names a plain runbook, for example {@code scale/web.md}
   */
  public static RunbookDocument parse(String markdown, String path) {
    var findings = new Findings();
    var lines = Arrays.asList(markdown.replace("\r\n", "\n").split("\n", -1));
    var deep = Nesting.tooDeepAt(markdown);
    if (deep > 0) {
      findings.error("RB901", deep, "Nested deeper than %d levels".formatted(Nesting.NESTING_MAX));
      return document(FrontMatter.NONE, path, "", List.of(), new Parts(), findings);
    }
    var front = FrontMatterReader.read(lines, findings);
    var body = blanked(lines, front.lines());
    var outline = Outline.of(body);
    List<Step> steps =
        front.executable() ? new StepReader(front, findings).read(outline) : List.of();
    var parts = Parts.of(outline);
    if (front.executable()) {
      new References(front, steps, findings).check();
    }
    Style.check(front, outline, parts.commands, parts.placeholders, findings);
    return document(front, path, body, steps, parts, findings);
  }

  private static RunbookDocument document(
      FrontMatter front,
      String path,
      String body,
      List<Step> steps,
      Parts parts,
      Findings findings) {
    var id = front.id() == null ? idOf(path) : front.id();
    var title = front.title() == null ? titleOf(parts.headings, path) : front.title();
    return new RunbookDocument(
        front.executable() ? "executable" : "plain",
        id,
        title,
        front.owner(),
        front.services(),
        front.alerts(),
        front.stage(),
        front.reviewBy(),
        front.params(),
        front.policy(),
        steps,
        List.copyOf(parts.headings),
        List.copyOf(parts.codeBlocks),
        List.copyOf(parts.commands),
        List.copyOf(parts.placeholders),
        findings.byLine(),
        body);
  }

  /** The front matter becomes empty lines, so that every line keeps its number. */
  private static String blanked(List<String> lines, int front) {
    var kept = new ArrayList<String>(Collections.nCopies(front, ""));
    kept.addAll(lines.subList(front, lines.size()));
    return String.join("\n", kept);
  }

  /** The id of a plain runbook: its path without {@code .md}, everything odd turned into dashes. */
  public static String idOf(String path) {
    var name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.md$", "");
    var id = NOT_IN_IDS.matcher(name).replaceAll("-").replaceAll("^-+|-+$", "");
    return id.isEmpty() ? "runbook" : id;
  }

  private static String titleOf(List<Heading> headings, String path) {
    return headings.stream()
        .filter(heading -> heading.level() == 1)
        .findFirst()
        .or(() -> headings.stream().findFirst())
        .map(Heading::text)
        .filter(text -> !text.isBlank())
        .orElse(path.replaceFirst("\\.md$", ""));
  }

  /** The lists that readers of the answer get. */
  private static final class Parts {
    private final List<Heading> headings = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<Placeholder> placeholders = new ArrayList<>();

    static Parts of(Outline outline) {
      var parts = new Parts();
      parts.headings.addAll(outline.headings());
      for (var fence : outline.fences()) {
        parts.codeBlocks.add(new CodeBlock(fence.line(), fence.info(), fence.language()));
        if (ShellCommands.isShell(fence.language())) {
          parts.commands.addAll(ShellCommands.of(fence));
          parts.placeholders.addAll(ShellCommands.placeholders(fence));
        }
      }
      return parts;
    }
  }

  /** References to parameters: each must exist, each parameter must be used. */
  private record References(FrontMatter front, List<Step> steps, Findings findings) {
    void check() {
      var known = new HashSet<String>();
      front.params().forEach(param -> known.add(param.name()));
      var used = new HashSet<String>();
      for (var step : steps) {
        templates(step).forEach(template -> one(step, template, known, used));
      }
      for (var param : front.params()) {
        if (!used.contains(param.name()) && !param.name().equals(REASON)) {
          findings.error("RB401", 1, "The parameter '%s' is never used".formatted(param.name()));
        }
      }
    }

    private void one(Step step, Template template, Set<String> known, Set<String> used) {
      for (var piece : template.pieces()) {
        switch (piece) {
          case Template.Piece.Param(var name) -> {
            used.add(name);
            if (!known.contains(name)) {
              findings.error("RB402", step.line(), "There is no parameter '%s'".formatted(name));
            }
          }
          case Template.Piece.Out(var from, _) -> {
            if (steps.stream().noneMatch(s -> s.id().equals(from) && s.line() < step.line())) {
              findings.error("RB402", step.line(), "There is no earlier step '%s'".formatted(from));
            }
          }
          case Template.Piece.Unreadable(var text) ->
              findings.error("RB402", step.line(), "'%s' is no reference".formatted(text));
          case Template.Piece.Text _ -> {}
        }
      }
    }

    private static List<Template> templates(Step step) {
      return switch (step.action()) {
        case Step.Action.Verb(var app, var words) -> {
          var all = new ArrayList<>(words);
          all.add(app);
          yield all;
        }
        case Step.Action.MetricQuery(var expression) -> List.of(expression);
        case Step.Action.HttpGet(var url) -> List.of(url);
        case Step.Action.Pause(var duration) -> List.of(duration);
        case Step.Action.SignOff(var text) -> List.of(Template.of(text));
        case Step.Action.Unsupported() -> List.of(Template.of(step.command()));
      };
    }
  }
}
