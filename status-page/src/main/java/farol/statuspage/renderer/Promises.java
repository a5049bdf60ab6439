package farol.statuspage.renderer;

import java.time.Instant;
import java.util.List;

/** How often the next word came by the time it was promised. Pure. */
record Promises(int kept, int made) {
  /** Counts the promises whose time has come: a post kept it when it came no later. */
  static Promises of(List<Told> incidents, Instant now) {
    var kept = 0;
    var made = 0;
    for (var told : incidents) {
      var posts = told.posts();
      for (var at = 0; at < posts.size(); at++) {
        var promised = posts.get(at).nextUpdateAt();
        if (promised == null) {
          continue;
        }
        var inTime = at > 0 && !Told.at(posts.get(at - 1)).isAfter(promised);
        if (inTime) {
          kept++;
        }
        if (inTime || promised.isBefore(now)) {
          made++;
        }
      }
    }
    return new Promises(kept, made);
  }

  String sentence() {
    return made == 0
        ? "No update has been promised yet."
        : "%d of %d promised updates came in time.".formatted(kept, made);
  }
}
