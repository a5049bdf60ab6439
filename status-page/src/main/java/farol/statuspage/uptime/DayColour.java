package farol.statuspage.uptime;

/** The colour of a day by the method of hosted Statuspage. */
public final class DayColour {
  private static final long GREEN_TO_YELLOW_MS = 1_190_000;
  private static final long YELLOW_TO_ORANGE_MS = 1_970_000;
  private static final long ORANGE_TO_RED_MS = 3_600_000;

  private DayColour() {}

  /** The five colours a day is mixed of, each {@code #rrggbb}. */
  public record Palette(String green, String yellow, String orange, String red, String noData) {
    public static final Palette DEFAULT =
        new Palette("#2fcc66", "#f1c40f", "#e67e22", "#e74c3c", "#b3bac5");
  }

  /** The colour of a day with these states; a day before the start has none to count. */
  public static String of(Tally day, Palette palette) {
    if (day.length() == 0) {
      return palette.noData();
    }
    return mixed(Uptime.statuspageLoss(day), palette);
  }

  /** {@code tenths} is ten times the weighted milliseconds, so that 0.3 stays exact. */
  private static String mixed(long tenths, Palette palette) {
    var ms = tenths / 10.0;
    if (tenths == 0) {
      return palette.green();
    }
    if (ms <= GREEN_TO_YELLOW_MS) {
      return mix(palette.green(), palette.yellow(), 0.5 + 0.5 * ms / GREEN_TO_YELLOW_MS);
    }
    if (ms <= YELLOW_TO_ORANGE_MS) {
      return mix(palette.yellow(), palette.orange(), (ms - GREEN_TO_YELLOW_MS) / 780_000);
    }
    if (ms <= ORANGE_TO_RED_MS) {
      return mix(palette.orange(), palette.red(), (ms - YELLOW_TO_ORANGE_MS) / 1_630_000);
    }
    return palette.red();
  }

  private static String mix(String from, String to, double share) {
    var mixed = new StringBuilder("#");
    for (var at = 1; at < 7; at += 2) {
      var a = Integer.parseInt(from.substring(at, at + 2), 16);
      var b = Integer.parseInt(to.substring(at, at + 2), 16);
      mixed.append("%02x".formatted((int) Math.floor(a + (b - a) * share + 0.5)));
    }
    return mixed.toString();
  }
}
