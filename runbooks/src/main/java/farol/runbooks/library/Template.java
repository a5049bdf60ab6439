package farol.runbooks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Text in which {@code ${{ params.NAME }}} stands for a value. It is split into words before any
 * value is put in, so a value can never become an option, an operator or another word.
 */
public record Template(List<Piece> pieces) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern PARAM = Pattern.compile("params\\.([A-Za-z][A-Za-z0-9_-]{0,62})");
  private static final Pattern OUT =
      Pattern.compile("steps\\.([a-z][a-z0-9-]{0,62})\\.out\\.([A-Za-z][A-Za-z0-9_-]{0,62})");

  /** A part of a template. */
  public sealed interface Piece {
    /** Text as it stands. */
    record Text(String text) implements Piece {}

    /** The value of a parameter. */
    record Param(String name) implements Piece {}

    /** What an earlier step put out, known only in the run. */
    record Out(String step, String name) implements Piece {}

    /** A reference that cannot be read. */
    record Unreadable(String text) implements Piece {}
  }

  public Template {
    pieces = List.copyOf(pieces);
  }

  public static Template of(String text) {
    var pieces = new ArrayList<Piece>();
    var matcher = REFERENCE.matcher(text);
    var end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        pieces.add(new Piece.Text(text.substring(end, matcher.start())));
      }
      pieces.add(reference(matcher.group(1).strip()));
      end = matcher.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece.Text(text.substring(end)));
    }
    return new Template(pieces);
  }

  private static Piece reference(String inside) {
    var param = PARAM.matcher(inside);
    if (param.matches()) {
      return new Piece.Param(param.group(1));
    }
    var out = OUT.matcher(inside);
    return out.matches() ? new Piece.Out(out.group(1), out.group(2)) : new Piece.Unreadable(inside);
  }

  /** The names of the parameters it uses. */
  public List<String> params() {
    return pieces.stream()
        .filter(Piece.Param.class::isInstance)
        .map(piece -> ((Piece.Param) piece).name())
        .toList();
  }

  /** The one parameter this consists of, or empty text when it is more or less than that. */
  public String wholeParam() {
    return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Param(var name) ? name : "";
  }

  /** The text with each value put in as {@code value} gives it for the parameter's name. */
  public String fill(Function<String, String> value) {
    var filled = new StringBuilder();
    for (var piece : pieces) {
      filled.append(
          switch (piece) {
            case Piece.Text(var text) -> text;
            case Piece.Param(var name) -> value.apply(name);
            case Piece.Out(var step, var name) -> "${{ steps.%s.out.%s }}".formatted(step, name);
            case Piece.Unreadable(var text) -> "${{ %s }}".formatted(text);
          });
    }
    return filled.toString();
  }

  /** The text as the author wrote it. */
  public String source() {
    return fill("${{ params.%s }}"::formatted);
  }
}
