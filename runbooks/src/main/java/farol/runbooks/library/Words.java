package farol.runbooks.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command into words as a POSIX shell would, and refuses everything a shell would do
 * beyond that: pipes, redirections, substitutions, variables, several commands.
 *
 * @param refused what was met that is refused, null when nothing
 */
record Words(List<Template> words, @Nullable String refused) {
  static Words of(String command) {
    var splitter = new Splitter(command);
    splitter.run();
    return new Words(splitter.words.stream().map(Template::of).toList(), splitter.refused);
  }

  private static final class Splitter {
    private final String command;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;
    private @Nullable String refused;

    Splitter(String command) {
      this.command = command;
    }

    void run() {
      while (at < command.length() && refused == null) {
        var c = command.charAt(at);
        if (command.startsWith("${{", at)) {
          reference();
        } else if (c == '\'' || c == '"') {
          quoted(c);
        } else if (c <= ' ') {
          end();
          at++;
        } else {
          plain(c);
        }
      }
      end();
    }

    private void reference() {
      var close = command.indexOf("}}", at);
      if (close < 0) {
        refused = "a ${{ without its }}";
        return;
      }
      take(command.substring(at, close + 2));
      at = close + 2;
    }

    private void quoted(char quote) {
      var close = command.indexOf(quote, at + 1);
      if (close < 0) {
        refused = "a quote without its end";
        return;
      }
      var inside = command.substring(at + 1, close);
      if (quote == '"' && (inside.contains("`") || hasVariable(inside))) {
        refused = "a substitution by the shell";
        return;
      }
      take(inside);
      at = close + 1;
    }

    /** A dollar that begins no reference of ours. */
    private static boolean hasVariable(String text) {
      var dollar = text.indexOf('$');
      while (dollar >= 0) {
        if (!text.startsWith("${{", dollar)) {
          return true;
        }
        dollar = text.indexOf('$', dollar + 1);
      }
      return false;
    }

    private void plain(char c) {
      switch (c) {
        case '|' -> refused = "a pipe";
        case '<', '>' -> refused = "a redirection (or a placeholder in angle brackets)";
        case ';', '&', '\n' -> refused = "more than one command";
        case '`' -> refused = "backticks";
        case '$' -> refused = "a variable or $( of the shell";
        case '(', ')' -> refused = "parentheses";
        case '\\' -> {
          if (at + 1 < command.length()) {
            take(String.valueOf(command.charAt(at + 1)));
          }
          at += 2;
        }
        default -> {
          take(String.valueOf(c));
          at++;
        }
      }
    }

    private void take(String text) {
      word.append(text);
      inWord = true;
    }

    private void end() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
  }
}
