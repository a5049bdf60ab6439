package farol.alerting.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** The one rule by which a wall-clock time becomes an instant. */
final class LocalTimes {
  private LocalTimes() {}

  /**
   * The only instant with this local time; where clocks were set back the first of the two, where
   * they were set forward over it the first instant after the gap. Never decreases in {@code
   * local}.
   */
  static Instant resolve(LocalDateTime local, ZoneId zone) {
    var rules = zone.getRules();
    var offsets = rules.getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.getFirst());
    }
    var change = rules.getTransition(local);
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }

  /** Whether no clock of the zone ever showed this time. */
  static boolean isSkipped(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).isEmpty();
  }

  /** The two times a person may have meant by one that was skipped, with their offsets. */
  static List<String> candidates(LocalDateTime skipped, ZoneId zone) {
    ZoneOffsetTransition gap = zone.getRules().getTransition(skipped);
    return List.of(
        candidate(skipped, gap.getOffsetAfter(), gap.getOffsetBefore()),
        candidate(skipped, gap.getOffsetBefore(), gap.getOffsetAfter()));
  }

  private static String candidate(LocalDateTime local, ZoneOffset read, ZoneOffset shown) {
    return local.toInstant(read).atOffset(shown).toString();
  }
}
