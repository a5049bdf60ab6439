package farol.alerting.catalog;

import java.util.regex.Pattern;

/** The rule for names that people choose and that stand in addresses. */
public final class Slug {
  /** What is right, for refusals. */
  public static final String RULE =
      "is 1 to 63 of a-z, 0-9 and -, and begins with a letter or digit";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private Slug() {}

  public static boolean fits(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Answers {@code text}, or refuses it with a sentence that says what a slug is. */
  public static String checked(String text) {
    if (!fits(text)) {
      throw new IllegalArgumentException(
          "A slug is 1 to 63 of a-z, 0-9 and -, not '%s'".formatted(text));
    }
    return text;
  }
}
