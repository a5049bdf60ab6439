package farol.console.capacity;

import farol.capacity.pool.Headroom;
import farol.console.ui.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this room writes its figures. */
final class Rates {
  private Rates() {}

  /** "1,265/s", with one decimal below ten. */
  static String perSecond(double rate) {
    return (rate < 10
            ? String.format(Locale.ENGLISH, "%.1f", rate)
            : Words.grouped(Math.round(rate)))
        + "/s";
  }

  /** "12 %", rounded down so that nothing looks better than it is; a true minus. */
  static String percent(@Nullable Double share) {
    if (share == null) {
      return "not known";
    }
    var percent = (long) Math.floor(100 * share);
    return (percent < 0 ? "\u2212" + -percent : Long.toString(percent)) + "\u202f%";
  }

  /** "2 % left", or what is missing. */
  static String left(Headroom headroom) {
    return headroom.deficit() > 0
        ? "short by " + Words.plural(headroom.deficit(), "dyno", "dynos")
        : percent(headroom.now()) + " left";
  }
}
