package farol.runbooks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One command of the Heroku CLI, read into a verb of the platform.
 *
 * @param words what stands after the verb and is no option
 */
record HerokuCommand(String verb, boolean mutating, @Nullable Template app, List<Template> words) {
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("ps:scale", "ps.scale"),
          Map.entry("scale", "ps.scale"),
          Map.entry("dyno:scale", "ps.scale"),
          Map.entry("ps:restart", "ps.restart"),
          Map.entry("restart", "ps.restart"),
          Map.entry("ps:stop", "ps.stop"),
          Map.entry("releases:rollback", "release.rollback"),
          Map.entry("rollback", "release.rollback"),
          Map.entry("config:set", "config.set"),
          Map.entry("config:unset", "config.unset"),
          Map.entry("maintenance:on", "maintenance.on"),
          Map.entry("maintenance:off", "maintenance.off"),
          Map.entry("ps", "ps"),
          Map.entry("releases", "releases"),
          Map.entry("config", "config"),
          Map.entry("apps:info", "apps.info"),
          Map.entry("info", "apps.info"),
          Map.entry("maintenance", "maintenance"));
  private static final Set<String> READS =
      Set.of("ps", "releases", "config", "apps.info", "maintenance");
  private static final Map<String, String> RESTART_OPTIONS =
      Map.of("--process-type", "type", "-p", "type", "--dyno-name", "dyno", "-d", "dyno");
  private static final Pattern RELATIVE = Pattern.compile("[A-Za-z0-9_-]+(?:[+-]|=[+-])\\d+.*");
  private static final Pattern VERSION = Pattern.compile("v?\\d{1,9}");

  /** Reads the words of a command; null when it is refused, which then stands in the findings. */
  static @Nullable HerokuCommand read(List<Template> words, int line, Findings findings) {
    if (words.isEmpty() || !words.getFirst().source().equals("heroku")) {
      findings.error("RB309", line, "A heroku block holds a command that begins with heroku");
      return null;
    }
    var name = words.size() < 2 ? "" : words.get(1).source();
    if (name.equals("run") || name.equals("run:detached")) {
      findings.error("RB305", line, "heroku run executes arbitrary commands and is refused");
      return null;
    }
    var verb = VERBS.get(name);
    if (verb == null) {
      findings.error("RB302", line, "There is no verb for 'heroku %s'".formatted(name));
      return null;
    }
    return new Reading(verb, line, findings).read(words.subList(2, words.size()));
  }

  private static final class Reading {
    private final String verb;
    private final int line;
    private final Findings findings;
    private final List<Template> rest = new ArrayList<>();
    private @Nullable Template app;
    private boolean failed;

    Reading(String verb, int line, Findings findings) {
      this.verb = verb;
      this.line = line;
      this.findings = findings;
    }

    @Nullable HerokuCommand read(List<Template> words) {
      for (var at = 0; at < words.size(); at++) {
        at += word(words, at);
      }
      var mutating = !READS.contains(verb) && !(verb.equals("ps.scale") && rest.isEmpty());
      if (app == null) {
        refuse("RB303", "--app is mandatory");
      }
      checkWords(mutating);
      return failed ? null : new HerokuCommand(verb, mutating, app, List.copyOf(rest));
    }

    /** Takes the word at this place and answers how many further words it took. */
    private int word(List<Template> words, int at) {
      var source = words.get(at).source();
      if (source.startsWith("--app=")) {
        app = Template.of(source.substring("--app=".length()));
        return 0;
      }
      if (source.equals("--app") || source.equals("-a")) {
        return following(words, at, "app");
      }
      var option = verb.equals("ps.restart") ? RESTART_OPTIONS.get(source) : null;
      if (option != null) {
        return following(words, at, option);
      }
      if (source.startsWith("--confirm")) {
        refuse("RB304", "--confirm is refused: the plan and its approval confirm");
      } else if (source.startsWith("-")) {
        refuse("RB308", "The option %s is not known here".formatted(source));
      } else {
        rest.add(words.get(at));
      }
      return 0;
    }

    private int following(List<Template> words, int at, String what) {
      if (at + 1 >= words.size() || words.get(at + 1).source().startsWith("-")) {
        refuse("RB308", "%s needs a value".formatted(words.get(at).source()));
        return 0;
      }
      if (what.equals("app")) {
        app = words.get(at + 1);
      } else {
        rest.add(words.get(at + 1));
      }
      return 1;
    }

    private void checkWords(boolean mutating) {
      if (verb.equals("release.rollback")) {
        var version = rest.size() == 1 ? rest.getFirst() : null;
        if (version == null
            || (version.params().isEmpty() && !VERSION.matcher(version.source()).matches())) {
          refuse("RB307", "A rollback names its version: a second one would roll forward");
        }
      }
      if (verb.equals("ps.scale") && mutating) {
        for (var word : rest) {
          if (word.params().isEmpty() && RELATIVE.matcher(word.source()).matches()) {
            findings.warning(
                "RB306",
                line,
                "%s is relative: the plan makes it an absolute number".formatted(word.source()));
          }
        }
      }
    }

    private void refuse(String code, String message) {
      findings.error(code, line, message);
      failed = true;
    }
  }
}
