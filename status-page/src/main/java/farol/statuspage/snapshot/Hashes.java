package farol.statuspage.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Hashes {
  private static final int ETAG_DIGITS = 20;

  private Hashes() {}

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** The strong entity tag of bytes with this hash; each encoding has its own bytes. */
  public static String etag(String sha256) {
    return '"' + sha256.substring(0, ETAG_DIGITS) + '"';
  }
}
