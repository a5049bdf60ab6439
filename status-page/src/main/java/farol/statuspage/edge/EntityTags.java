package farol.statuspage.edge;

import org.jspecify.annotations.Nullable;

/** {@code If-None-Match} (RFC 9110, 13.1.2): lists, {@code *}, and the weak form compares equal. */
final class EntityTags {
  private EntityTags() {}

  static boolean matches(@Nullable String header, String etag) {
    if (header == null) {
      return false;
    }
    var at = 0;
    while (at < header.length()) {
      var end = next(header, at);
      var tag = header.substring(at, end).strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  /** The comma after the tag at {@code from}; commas inside quotes belong to the tag. */
  private static int next(String header, int from) {
    var quoted = false;
    for (var at = from; at < header.length(); at++) {
      var character = header.charAt(at);
      if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        return at;
      }
    }
    return header.length();
  }
}
