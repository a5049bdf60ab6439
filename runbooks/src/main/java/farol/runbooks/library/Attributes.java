package farol.runbooks.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The attributes in braces of an info string or a task item. */
final class Attributes {
  static final Set<String> KNOWN =
      Set.of(
          "id",
          "name",
          "timeout",
          "retry",
          "undo",
          "approve",
          "check",
          "precheck",
          "expect",
          "warn",
          "within",
          "every",
          "for",
          "on-fail",
          "skip-when",
          "out",
          "role",
          "manual");
  static final Set<String> DURATIONS = Set.of("timeout", "within", "every", "for");
  static final int HERE_MAX = 5;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Attributes() {}

  /** Reads {@code language {key=value flag "quoted"}}; null when the braces cannot be read. */
  static @Nullable Map<String, String> ofInfo(String info) {
    var open = info.indexOf('{');
    if (open < 0) {
      return Map.of();
    }
    var close = info.lastIndexOf('}');
    if (close < open) {
      return null;
    }
    var inside = info.substring(open + 1, close).strip();
    return inside.startsWith("\"") && inside.contains(":")
        ? json(info.substring(open, close + 1))
        : words(inside);
  }

  private static @Nullable Map<String, String> json(String object) {
    try {
      var read = JSON.readValue(object, new TypeReference<Map<String, Object>>() {});
      var texts = new LinkedHashMap<String, String>();
      read.forEach((key, value) -> texts.put(key, String.valueOf(value)));
      return texts;
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  /** Reads {@code key=value key="quoted" flag}; a flag has the value {@code true}. */
  static @Nullable Map<String, String> words(String inside) {
    var attributes = new LinkedHashMap<String, String>();
    var at = 0;
    while (at < inside.length()) {
      if (inside.charAt(at) <= ' ' || inside.charAt(at) == ',') {
        at++;
        continue;
      }
      var from = at;
      while (at < inside.length() && inside.charAt(at) > ' ' && inside.charAt(at) != '=') {
        at++;
      }
      var key = inside.substring(from, at);
      var value = "true";
      if (at < inside.length() && inside.charAt(at) == '=') {
        var end = valueEnd(inside, at + 1);
        if (end < 0) {
          return null;
        }
        value = unquoted(inside.substring(at + 1, end));
        at = end;
      }
      if (key.isEmpty() || attributes.put(key, value) != null) {
        return null;
      }
    }
    return attributes;
  }

  private static int valueEnd(String inside, int from) {
    if (from < inside.length() && (inside.charAt(from) == '"' || inside.charAt(from) == '\'')) {
      var close = inside.indexOf(inside.charAt(from), from + 1);
      return close < 0 ? -1 : close + 1;
    }
    var at = from;
    while (at < inside.length() && inside.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
