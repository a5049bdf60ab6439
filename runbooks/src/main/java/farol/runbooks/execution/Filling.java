package farol.runbooks.execution;

import farol.runbooks.library.RunbookDocument;
import farol.runbooks.library.Step;
import farol.runbooks.library.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts values into templates so that none can become more than a value. */
record Filling(RunbookDocument document, Map<String, String> values) {
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_=:.,@%/+-]+");

  /** One word. */
  String word(Template template) {
    return template.fill(this::value);
  }

  /** The words a word of a command stands for: several where it is a whole formation. */
  List<String> words(Template template) {
    var name = template.wholeParam();
    if (!name.isEmpty()) {
      var parameter = document.param(name);
      if (parameter.isPresent()) {
        return parameter.get().words(value(name));
      }
    }
    return List.of(word(template));
  }

  /** An address; each value percent-encoded. */
  String url(Template template) {
    return template.fill(
        name -> URLEncoder.encode(value(name), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** An expression in PromQL: inside quotes a value is escaped, outside it becomes a literal. */
  String query(Template template) {
    var filled = new StringBuilder();
    var quote = '\0';
    for (var piece : template.pieces()) {
      switch (piece) {
        case Template.Piece.Text(var text) -> {
          filled.append(text);
          quote = quoteAfter(text, quote);
        }
        case Template.Piece.Param(var name) -> filled.append(literal(name, quote));
        case Template.Piece.Out(var step, var name) ->
            filled.append("${{ steps.%s.out.%s }}".formatted(step, name));
        case Template.Piece.Unreadable(var text) -> filled.append(text);
      }
    }
    return filled.toString();
  }

  private static char quoteAfter(String text, char before) {
    var quote = before;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '\\' && quote != '\0') {
        at++;
      } else if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = '\0';
      }
    }
    return quote;
  }

  private String literal(String name, char quote) {
    var value = value(name);
    if (quote != '\0') {
      return value.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
    }
    return value.matches("-?\\d{1,15}(?:\\.\\d{1,15})?|\\d{1,6}[smhd]")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The hand command of a verb with every value put in, quoted where a shell would need it. */
  String command(Step step, Step.Action.Verb verb, String app) {
    var words = new ArrayList<String>();
    words.add("heroku");
    words.add(cliName(step));
    verb.words().forEach(template -> words(template).forEach(word -> words.add(quoted(word))));
    words.add("--app");
    words.add(quoted(app));
    return String.join(" ", words);
  }

  /** The word after {@code heroku} as the author wrote it. */
  private static String cliName(Step step) {
    var words = step.command().split("\\s+", 3);
    return words.length > 1 ? words[1] : step.verb();
  }

  private static String quoted(String word) {
    return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }
}
