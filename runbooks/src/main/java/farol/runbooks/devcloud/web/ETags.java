package farol.runbooks.devcloud.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Strong entity tags of the bodies of GETs. */
final class ETags {
  private ETags() {}

  /** Tags the answer to a GET, or answers 304 where the client has these bytes. */
  static Reply tag(Incoming incoming, Reply reply) {
    if (!incoming.method().equals("GET") || (reply.status() != 200 && reply.status() != 206)) {
      return reply;
    }
    var tag = '"' + digest(reply.body()) + '"';
    if (tag.equals(incoming.header("if-none-match"))) {
      return new Reply(304, Map.of("ETag", tag, "Cache-Control", CACHE), "", false);
    }
    return reply.with("ETag", tag).with("Cache-Control", CACHE);
  }

  private static final String CACHE = "private, no-cache";

  private static String digest(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
