package farol.alerting.alert;

/** Text from senders: made storable, and cut rather than refused where refusing loses a page. */
public final class Texts {
  private static final String MARK = "…";
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** Replaces what PostgreSQL cannot hold: NUL and half characters. */
  public static String clean(String text) {
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      if (unit == 0 || Character.isSurrogate(unit)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHalf(point) || point == 0 ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** At most {@code max} characters; what was longer ends in a mark. */
  public static String cut(String text, int max) {
    var clean = clean(text);
    if (clean.codePointCount(0, clean.length()) <= max) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, max - 1)) + MARK;
  }
}
