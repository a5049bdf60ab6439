package farol.statuspage.component;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The ids readers see: twelve of a-z and 0-9, the same at every door. */
public final class PublicId {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 12;
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private PublicId() {}

  public static String next() {
    var id = new StringBuilder(LENGTH);
    for (var at = 0; at < LENGTH; at++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
