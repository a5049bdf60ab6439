package farol.runbooks.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which well-known commands change something. What is not listed is not known. */
final class KnownCommands {
  private static final Set<String> KUBE_CHANGES =
      Set.of(
          "apply",
          "create",
          "delete",
          "edit",
          "patch",
          "replace",
          "scale",
          "drain",
          "cordon",
          "uncordon",
          "taint",
          "label",
          "annotate",
          "set",
          "autoscale",
          "expose",
          "run",
          "cp");
  private static final Set<String> KUBE_READS =
      Set.of(
          "get",
          "describe",
          "logs",
          "top",
          "explain",
          "version",
          "api-resources",
          "cluster-info",
          "events",
          "diff",
          "wait",
          "whoami",
          "status",
          "auth",
          "port-forward");
  private static final Set<String> SYSTEMCTL_CHANGES =
      Set.of("start", "stop", "restart", "reload", "enable", "disable", "mask", "unmask", "kill");
  private static final Set<String> SYSTEMCTL_READS =
      Set.of("status", "show", "is-active", "is-enabled", "is-failed", "list-units", "cat");
  private static final Set<String> CHANGES =
      Set.of(
          "rm",
          "mv",
          "cp",
          "kill",
          "pkill",
          "killall",
          "reboot",
          "shutdown",
          "dd",
          "truncate",
          "mkdir",
          "rmdir",
          "chmod",
          "chown",
          "ln",
          "tee",
          "touch",
          "mkfs",
          "umount",
          "mount");
  private static final Set<String> READS =
      Set.of(
          "journalctl",
          "cat",
          "grep",
          "egrep",
          "zgrep",
          "ls",
          "less",
          "more",
          "head",
          "tail",
          "ps",
          "df",
          "du",
          "free",
          "uptime",
          "dig",
          "nslookup",
          "ping",
          "traceroute",
          "netstat",
          "ss",
          "jq",
          "wc",
          "sort",
          "uniq",
          "echo",
          "date",
          "whoami",
          "hostname",
          "pwd",
          "cd",
          "find",
          "stat",
          "dmesg",
          "lsof",
          "iostat",
          "vmstat",
          "env",
          "printenv",
          "which",
          "diff",
          "awk",
          "cut",
          "openssl",
          "host");
  private static final Set<String> HEROKU_READS =
      Set.of(
          "ps",
          "releases",
          "config",
          "apps:info",
          "info",
          "maintenance",
          "logs",
          "status",
          "apps",
          "config:get",
          "addons",
          "domains",
          "pg:info",
          "pg:ps",
          "redis:info");
  private static final Set<String> HEROKU_CHANGES =
      Set.of(
          "scale",
          "restart",
          "rollback",
          "destroy",
          "run",
          "apps:destroy",
          "apps:create",
          "create",
          "promote");
  private static final Set<String> SQL_CHANGES =
      Set.of(
          "insert", "update", "delete", "drop", "alter", "truncate", "create", "grant", "revoke");
  private static final Map<String, Set<String>> GIT =
      Map.of(
          "changes", Set.of("push", "commit", "reset", "rebase", "merge", "checkout", "revert"),
          "reads", Set.of("log", "status", "diff", "show", "blame", "branch"));

  private KnownCommands() {}

  /** True when it changes something, false when it reads, empty when it is not known. */
  static Optional<Boolean> mutating(String program, List<String> arguments) {
    var name = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "kubectl", "oc" -> kube(words(arguments), arguments);
      case "systemctl" -> either(first(arguments), SYSTEMCTL_CHANGES, SYSTEMCTL_READS);
      case "git" -> either(first(arguments), GIT.get("changes"), GIT.get("reads"));
      case "heroku" -> heroku(arguments);
      case "curl" -> Optional.of(curlChanges(arguments));
      case "psql", "mysql" -> sql(String.join(" ", arguments));
      case "select", "explain" -> Optional.of(false);
      case "insert", "update", "delete", "drop", "alter" -> Optional.of(true);
      case "sed" -> Optional.of(arguments.stream().anyMatch(word -> word.startsWith("-i")));
      default ->
          CHANGES.contains(name)
              ? Optional.of(true)
              : READS.contains(name) ? Optional.of(false) : Optional.empty();
    };
  }

  private static Optional<Boolean> kube(List<String> words, List<String> arguments) {
    var verb = words.isEmpty() ? "" : words.getFirst();
    var second = words.size() > 1 ? words.get(1) : "";
    return switch (verb) {
      case "rollout" ->
          either(second, Set.of("restart", "undo", "pause", "resume"), Set.of("status", "history"));
      case "adm", "certificate" ->
          either(
              second,
              Set.of(
                  "drain", "cordon", "uncordon", "taint", "approve", "deny", "upgrade", "policy"),
              Set.of("top", "node-logs", "must-gather", "inspect"));
      case "config" ->
          either(
              second, Set.of("set-context", "use-context", "set"), Set.of("view", "get-contexts"));
      case "exec", "rsh", "debug" -> inside(arguments);
      default -> either(verb, KUBE_CHANGES, KUBE_READS);
    };
  }

  /** What runs inside a container, where the command line shows it. */
  private static Optional<Boolean> inside(List<String> arguments) {
    var dashes = arguments.indexOf("--");
    if (dashes < 0 || dashes + 1 >= arguments.size()) {
      return Optional.empty();
    }
    return mutating(arguments.get(dashes + 1), arguments.subList(dashes + 2, arguments.size()));
  }

  /** Words that are no options, nor the values of the options that come before a verb. */
  private static List<String> words(List<String> arguments) {
    var words = new java.util.ArrayList<String>();
    for (var at = 0; at < arguments.size(); at++) {
      var word = arguments.get(at);
      if (Set.of("-n", "--namespace", "--context", "--kubeconfig").contains(word)) {
        at++;
      } else if (!word.startsWith("-")) {
        words.add(word);
      }
    }
    return words;
  }

  private static String first(List<String> arguments) {
    return arguments.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
  }

  private static Optional<Boolean> either(
      String word,
      @org.jspecify.annotations.Nullable Set<String> changes,
      @org.jspecify.annotations.Nullable Set<String> reads) {
    if (changes != null && changes.contains(word)) {
      return Optional.of(true);
    }
    return reads != null && reads.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> heroku(List<String> arguments) {
    var verb = first(arguments);
    if (verb.equals("ps:scale")) {
      return Optional.of(arguments.stream().anyMatch(word -> word.matches("[\\w-]+[=+-]\\S*")));
    }
    if (HEROKU_READS.contains(verb)) {
      return Optional.of(false);
    }
    return HEROKU_CHANGES.contains(verb) || verb.contains(":")
        ? Optional.of(true)
        : Optional.empty();
  }

  private static boolean curlChanges(List<String> arguments) {
    for (var at = 0; at < arguments.size(); at++) {
      var word = arguments.get(at);
      var next = at + 1 < arguments.size() ? arguments.get(at + 1).toUpperCase(Locale.ROOT) : "";
      if (word.equals("-X") || word.equals("--request")) {
        return !Set.of("GET", "HEAD", "OPTIONS").contains(next);
      }
      if (word.startsWith("-X") && word.length() > 2) {
        return !Set.of("GET", "HEAD", "OPTIONS")
            .contains(word.substring(2).toUpperCase(Locale.ROOT));
      }
      if (word.startsWith("--data")
          || word.equals("-d")
          || word.equals("-F")
          || word.equals("-T")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Boolean> sql(String text) {
    for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (SQL_CHANGES.contains(word)) {
        return Optional.of(true);
      }
      if (word.equals("select") || word.equals("explain") || word.equals("show")) {
        return Optional.of(false);
      }
    }
    return Optional.empty();
  }
}
