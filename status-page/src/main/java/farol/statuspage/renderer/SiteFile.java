package farol.statuspage.renderer;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file of the site before it is compressed.
 *
 * @param path what readers ask for
 * @param changes whether its bytes change with every set, because they carry the time
 */
@SuppressWarnings("ArrayRecordComponent") // Bodies are compared by their hash, never as records.
record SiteFile(
    String path, String type, String cache, @Nullable String policy, byte[] body, boolean changes) {
  private static final String HTML_CACHE =
      "public, max-age=10, stale-while-revalidate=30, stale-if-error=86400";
  private static final String DATA_CACHE = "public, max-age=10, stale-if-error=120";
  private static final String AGED_CACHE = "public, max-age=5";

  static SiteFile page(String path, String html, Moment moment) {
    return new SiteFile(
        path,
        "text/html; charset=utf-8",
        moment.aged() ? AGED_CACHE : HTML_CACHE,
        Assets.POLICY,
        html.getBytes(StandardCharsets.UTF_8),
        true);
  }

  /** Bytes that stay the same while nothing changes. */
  static SiteFile stable(String path, String type, byte[] body, Moment moment) {
    return new SiteFile(path, type, moment.aged() ? AGED_CACHE : DATA_CACHE, null, body, false);
  }

  /** Bytes that carry the time. */
  static SiteFile timed(String path, String type, byte[] body, Moment moment) {
    return new SiteFile(path, type, moment.aged() ? AGED_CACHE : DATA_CACHE, null, body, true);
  }

  /** Its name in a folder: a name cannot be a file and a folder. */
  String file() {
    if (!type.startsWith("text/html")) {
      return path.substring(1);
    }
    return path.equals("/") ? "index.html" : path.substring(1) + "/index.html";
  }
}
