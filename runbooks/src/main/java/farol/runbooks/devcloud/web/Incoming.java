package farol.runbooks.devcloud.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request off the wire.
 *
 * @param path decoded, without its query
 * @param headers by lower-case name, the last value of each
 * @param loopback whether it came from this machine
 */
record Incoming(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body,
    boolean loopback) {
  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
