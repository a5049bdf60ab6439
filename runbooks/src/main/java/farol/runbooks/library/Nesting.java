package farol.runbooks.library;

/** A linear look at how deeply a text nests, before any parser sees it. */
final class Nesting {
  static final int NESTING_MAX = 64;
  private static final int COLUMNS_PER_LEVEL = 2;

  private Nesting() {}

  /** The first line nested deeper than the limit, or 0. */
  static int tooDeepAt(String text) {
    var line = 1;
    var brackets = 0;
    var at = 0;
    while (at < text.length()) {
      var end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (containers(text, at, end) > NESTING_MAX) {
        return line;
      }
      brackets = text.substring(at, end).isBlank() ? 0 : brackets + openBrackets(text, at, end);
      if (brackets > NESTING_MAX) {
        return line;
      }
      brackets = Math.max(brackets, 0);
      at = end + 1;
      line++;
    }
    return 0;
  }

  /** Quote and list marks at the head of a line; an indented list counts by its columns. */
  private static int containers(String text, int from, int end) {
    var marks = 0;
    var indent = 0;
    var at = from;
    while (at < end) {
      var c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        indent += marks == 0 ? (c == '\t' ? 4 : 1) : 0;
        at++;
      } else if (c == '>') {
        marks++;
        at++;
      } else {
        var after = listMark(text, at, end);
        if (after == at) {
          break;
        }
        marks++;
        at = after;
      }
    }
    return marks == 0 ? 0 : marks + indent / COLUMNS_PER_LEVEL;
  }

  private static int listMark(String text, int at, int end) {
    var after = at;
    while (after < end && after - at < 9 && Character.isDigit(text.charAt(after))) {
      after++;
    }
    if (after >= end) {
      return at;
    }
    var c = text.charAt(after);
    var mark = after > at ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
    var spaced =
        after + 1 >= end || text.charAt(after + 1) == ' ' || text.charAt(after + 1) == '\t';
    return mark && spaced ? after + 1 : at;
  }

  private static int openBrackets(String text, int from, int end) {
    var open = 0;
    for (var at = from; at < end; at++) {
      var c = text.charAt(at);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    return open;
  }
}
