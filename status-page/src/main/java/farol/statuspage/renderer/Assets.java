package farol.statuspage.renderer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style and the script that stand inside every page, and the policy that allows only them. */
final class Assets {
  static final String STYLE = read("page.css");
  static final String SCRIPT = read("page.js");

  /** The {@code Content-Security-Policy} of every page. */
  static final String POLICY =
      "default-src 'none'; style-src '%s'; script-src '%s'; connect-src 'self'; "
              .formatted(source(STYLE), source(SCRIPT))
          + "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private Assets() {}

  private static String read(String name) {
    try (var stream = Assets.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String source(String inline) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
