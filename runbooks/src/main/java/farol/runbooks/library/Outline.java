package farol.runbooks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The structure of a document as CommonMark 0.31 sees it. What is executed comes from here alone;
 * the renderer for readers has no say in it.
 */
record Outline(
    List<RunbookDocument.Heading> headings, List<Fence> fences, List<ManualItem> manualItems) {
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .extensions(List.of(TablesExtension.create()))
          .build();
  private static final Pattern MANUAL =
      Pattern.compile(
          "\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\[[ xX]]\\s+(?<text>.*?)\\s*\\{#(?<attributes>[^}]*)}\\s*");

  /** A fenced block with its content. */
  record Fence(int line, String info, String language, String literal) {}

  /** A task item that carries an id. */
  record ManualItem(int line, String text, String attributes) {}

  static Outline of(String body) {
    var reader = new Reader(body.split("\n", -1));
    PARSER.parse(body).accept(reader);
    return new Outline(
        List.copyOf(reader.headings), List.copyOf(reader.fences), List.copyOf(reader.items));
  }

  /** The first word of an info string, where a brace ends it too. */
  static String language(String info) {
    var end = 0;
    while (end < info.length() && info.charAt(end) > ' ' && info.charAt(end) != '{') {
      end++;
    }
    return info.substring(0, end);
  }

  private static final class Reader extends AbstractVisitor {
    private final String[] lines;
    private final List<RunbookDocument.Heading> headings = new ArrayList<>();
    private final List<Fence> fences = new ArrayList<>();
    private final List<ManualItem> items = new ArrayList<>();

    Reader(String[] lines) {
      this.lines = lines;
    }

    @Override
    public void visit(Heading heading) {
      var text = new StringBuilder();
      collect(heading, text);
      headings.add(
          new RunbookDocument.Heading(heading.getLevel(), text.toString().strip(), line(heading)));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      var info = block.getInfo() == null ? "" : block.getInfo();
      fences.add(new Fence(line(block), info, language(info), block.getLiteral()));
    }

    @Override
    public void visit(ListItem item) {
      var line = line(item);
      if (line > 0 && line <= lines.length) {
        var match = MANUAL.matcher(lines[line - 1]);
        if (match.matches()) {
          items.add(new ManualItem(line, match.group("text"), match.group("attributes")));
        }
      }
      visitChildren(item);
    }

    private static int line(Node node) {
      var spans = node.getSourceSpans();
      return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
    }

    private static void collect(Node node, StringBuilder text) {
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        switch (child) {
          case Text words -> text.append(words.getLiteral());
          case Code code -> text.append(code.getLiteral());
          case SoftLineBreak _ -> text.append(' ');
          case HardLineBreak _ -> text.append(' ');
          default -> collect(child, text);
        }
      }
    }
  }
}
