package farol.statuspage.uptime;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The uptime of one component over a window.
 *
 * @param percent null when nothing is covered, or where the window holds no time
 * @param disturbances maximal runs of time that lost something
 * @param longestMs the longest of them
 * @param days the civil days that meet the window; their sums are the sum of the window
 */
public record Measured(
    @Nullable String percent,
    @Nullable String coverage,
    long lost,
    long denominatorMs,
    Tally tally,
    int disturbances,
    long longestMs,
    List<Day> days) {
  /** A civil day of the page zone, clipped to the window. */
  public record Day(LocalDate date, Tally tally) {}

  public Measured {
    days = List.copyOf(days);
  }
}
