package farol.runbooks.library;

import farol.runbooks.library.RunbookDocument.Command;
import farol.runbooks.library.RunbookDocument.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plain block asks its reader to type: commands one by one, and what is left to fill in. */
final class ShellCommands {
  private static final Set<String> LANGUAGES = Set.of("", "bash", "sh", "shell", "zsh", "console");
  private static final Set<String> PREFIXES = Set.of("sudo", "env", "watch", "time");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "<[A-Za-z][A-Za-z0-9 _./-]{0,60}>|\\$\\{[A-Za-z_][A-Za-z0-9_]*}|\\$[A-Za-z_][A-Za-z0-9_]*");

  private ShellCommands() {}

  static boolean isShell(String language) {
    return LANGUAGES.contains(language);
  }

  static List<Command> of(Outline.Fence fence) {
    var commands = new ArrayList<Command>();
    var lines = fence.literal().split("\n", -1);
    for (var at = 0; at < lines.length; at++) {
      var first = at;
      var text = new StringBuilder(prompted(lines[at]));
      while (text.length() > 0 && text.charAt(text.length() - 1) == '\\' && at + 1 < lines.length) {
        at++;
        text.setLength(text.length() - 1);
        text.append(lines[at].strip());
      }
      var command = text.toString().strip();
      if (!command.isEmpty() && !command.startsWith("#")) {
        commands.add(command(fence.line() + 1 + first, fence.line(), command));
      }
    }
    return commands;
  }

  private static String prompted(String line) {
    var text = line.strip();
    return text.startsWith("$ ") ? text.substring(2).strip() : text;
  }

  private static Command command(int line, int block, String text) {
    var words = Arrays.asList(text.split("\\s+", -1));
    var at = 0;
    while (at < words.size() - 1 && isPrefix(words, at)) {
      at++;
    }
    var program = words.get(at);
    var mutating = KnownCommands.mutating(program, words.subList(at + 1, words.size()));
    return new Command(line, block, text, program, mutating.orElse(null));
  }

  /** A word before the program: a prefix, an assignment, or an option of a prefix. */
  private static boolean isPrefix(List<String> words, int at) {
    var word = words.get(at);
    return PREFIXES.contains(word)
        || ASSIGNMENT.matcher(word).matches()
        || (at > 0 && word.startsWith("-"))
        || (at > 1 && words.get(at - 1).equals("-n"));
  }

  static List<Placeholder> placeholders(Outline.Fence fence) {
    var placeholders = new ArrayList<Placeholder>();
    var lines = fence.literal().split("\n", -1);
    for (var at = 0; at < lines.length; at++) {
      var matcher = PLACEHOLDER.matcher(lines[at]);
      while (matcher.find()) {
        placeholders.add(new Placeholder(fence.line() + 1 + at, matcher.group()));
      }
    }
    return placeholders;
  }
}
