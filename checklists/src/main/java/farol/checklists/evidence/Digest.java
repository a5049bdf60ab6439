package farol.checklists.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The fingerprint of a record: SHA-256 over its canonical JSON (RFC 8785). */
final class Digest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Digest() {}

  static String of(
      String service,
      String check,
      int revision,
      Kind kind,
      Result result,
      Map<String, Object> observed,
      @Nullable String source,
      @Nullable String collector,
      @Nullable String by,
      java.time.Instant observedAt) {
    var said = new LinkedHashMap<String, @Nullable Object>();
    said.put("service", service);
    said.put("check", check);
    said.put("checkRevision", revision);
    said.put("kind", kind.word());
    said.put("result", result.word());
    said.put("observed", observed);
    said.put("source", source);
    said.put("collector", collector);
    said.put("by", by);
    said.put("observedAt", observedAt.toString());
    return sha256(canonical(said));
  }

  private static byte[] canonical(Map<String, @Nullable Object> said) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(said)).getEncodedUTF8();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("JSON that was just written", unreadable);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** The length of the value as JSON, in bytes. */
  static int size(Map<String, Object> observed) {
    return JSON.writeValueAsString(observed).getBytes(StandardCharsets.UTF_8).length;
  }
}
