package farol.console.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Two weeks of a viewer's wall clock, and where an instant stands in them. */
record Fortnight(LocalDate first, ZoneId zone) {
  static final int DAYS = 14;
  private static final double SECONDS_PER_DAY = 86_400;

  Instant start() {
    return first.atStartOfDay(zone).toInstant();
  }

  Instant end() {
    return first.plusDays(DAYS).atStartOfDay(zone).toInstant();
  }

  List<LocalDate> days() {
    return IntStream.range(0, DAYS).mapToObj(first::plusDays).toList();
  }

  /**
   * Days from the left edge, 0 to 14, on the wall clock: a day of 23 or 25 hours is as wide as any.
   */
  double position(Instant at) {
    var local = at.atZone(zone);
    var days = ChronoUnit.DAYS.between(first, local.toLocalDate());
    return Math.clamp(days + local.toLocalTime().toSecondOfDay() / SECONDS_PER_DAY, 0, DAYS);
  }

  Fortnight plusWeeks(int weeks) {
    return new Fortnight(first.plusWeeks(weeks), zone);
  }
}
