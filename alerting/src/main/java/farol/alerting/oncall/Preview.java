package farol.alerting.oncall;

import farol.alerting.door.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;

/** What a schedule means in a window, as previews and stored schedules answer it. */
public record Preview(String tzdbVersion, List<Shift> shifts, List<Gap> gaps, List<Load> people) {
  public static final Duration WINDOW_MAX = Duration.ofDays(400);

  /** A stretch of the window with nobody on call. */
  public record Gap(Instant start, Instant end) {}

  /** What a person carries in the window; nights and weekends on the schedule's wall clock. */
  public record Load(String person, double hours, int nights, double weekendHours) {}

  static Preview of(List<Shift> shifts, Interval window, ZoneId zone) {
    var covered = shifts.stream().map(Shift::time).toList();
    return new Preview(
        tzdb(),
        shifts,
        Interval.gaps(window, covered).stream().map(g -> new Gap(g.start(), g.end())).toList(),
        PersonLoad.of(shifts, zone).stream()
            .map(p -> new Load(p.person(), p.hours(), p.nights(), p.weekendHours()))
            .toList());
  }

  /** A window as callers ask for it, at most 400 days. */
  static Interval window(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw Refusal.invalid("until", "is after from");
    }
    if (Duration.between(from, until).compareTo(WINDOW_MAX) > 0) {
      throw Refusal.invalid("until", "is at most 400 days after from");
    }
    return new Interval(from, until);
  }

  /** The version of the time-zone rules in use. */
  static String tzdb() {
    try {
      return ZoneRulesProvider.getVersions("Etc/UTC").lastEntry().getKey();
    } catch (DateTimeException _) {
      return "unknown";
    }
  }
}
