package farol.statuspage.renderer;

import farol.statuspage.uptime.Measured;
import farol.statuspage.uptime.Percents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean of a group: all that was lost over all that was covered. */
final class Mean {
  private Mean() {}

  static @Nullable String percent(List<Measured> measured, int places) {
    var lost = measured.stream().mapToLong(Measured::lost).sum();
    var covered = measured.stream().mapToLong(one -> one.tally().covered()).sum();
    return Percents.kept(lost, covered, places);
  }
}
