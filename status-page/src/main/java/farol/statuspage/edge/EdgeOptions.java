package farol.statuspage.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line of the edge asks for. */
sealed interface EdgeOptions {
  int PORT_DEFAULT = 8081;
  String USAGE = "Usage: --from DIR-or-URL [--port N] [--trust FILE]   or   --verify DIR";

  /** Serve what is found at a folder or an address. */
  record Serve(String from, int port, @Nullable String trust) implements EdgeOptions {}

  /** Check a folder. */
  record Verify(String dir) implements EdgeOptions {}

  /** A line that cannot be understood. */
  record Wrong(String why) implements EdgeOptions {}

  /** Reads a command line; the port falls back to the variable, then to 8081. */
  static EdgeOptions of(String[] args, @Nullable String portVariable) {
    Map<String, String> said = new HashMap<>();
    for (var at = 0; at < args.length; at += 2) {
      if (!Set.of("--from", "--port", "--trust", "--verify").contains(args[at])
          || at + 1 == args.length) {
        return new Wrong("What is " + args[at] + "? " + USAGE);
      }
      said.put(args[at], args[at + 1]);
    }
    var dir = said.get("--verify");
    if (dir != null) {
      return new Verify(dir);
    }
    var from = said.get("--from");
    var port =
        Objects.requireNonNullElse(
            said.get("--port"),
            Objects.requireNonNullElse(portVariable, String.valueOf(PORT_DEFAULT)));
    if (from == null) {
      return new Wrong(USAGE);
    }
    return port.matches("\\d{1,5}")
        ? new Serve(from, Integer.parseInt(port), said.get("--trust"))
        : new Wrong("A port is a number, not " + port);
  }
}
