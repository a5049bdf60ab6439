package farol.alerting.oncall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hours in which a layer counts; outside of them its turns go on unseen. */
sealed interface Restriction {
  /** Further from a window's first day than any window reaches, clock changes included. */
  int REACH_DAYS = 9;

  /**
   * From {@code start} to the next {@code end}, overnight where that comes first.
   *
   * @param days the days on which a window begins
   */
  record Daily(LocalTime start, LocalTime end, Set<DayOfWeek> days) implements Restriction {
    public Daily {
      if (days.isEmpty()) {
        throw new IllegalArgumentException("days names at least one day");
      }
      days = Set.copyOf(days);
    }

    @Override
    public Optional<Interval> beginningOn(LocalDate day, ZoneId zone) {
      if (!days.contains(day.getDayOfWeek())) {
        return Optional.empty();
      }
      return between(day, start, end.isAfter(start) ? day : day.plusDays(1), end, zone);
    }
  }

  /** From {@code startDay start} to the next {@code endDay end}, up to a week later. */
  record Weekly(DayOfWeek startDay, LocalTime start, DayOfWeek endDay, LocalTime end)
      implements Restriction {
    private static final int DAYS_PER_WEEK = 7;

    @Override
    public Optional<Interval> beginningOn(LocalDate day, ZoneId zone) {
      if (day.getDayOfWeek() != startDay) {
        return Optional.empty();
      }
      var days = Math.floorMod(endDay.getValue() - startDay.getValue(), DAYS_PER_WEEK);
      var lasts = days == 0 && !end.isAfter(start) ? DAYS_PER_WEEK : days;
      return between(day, start, day.plusDays(lasts), end, zone);
    }
  }

  /** The window that begins on this day, if there is one and clocks leave something of it. */
  Optional<Interval> beginningOn(LocalDate day, ZoneId zone);

  /** The windows of all these restrictions that touch {@code within}, united. */
  static List<Interval> windows(List<Restriction> restrictions, ZoneId zone, Interval within) {
    var first = within.start().atZone(zone).toLocalDate().minusDays(REACH_DAYS);
    var last = within.end().atZone(zone).toLocalDate().plusDays(1);
    return Interval.united(
        first
            .datesUntil(last.plusDays(1))
            .flatMap(day -> on(day, restrictions, zone))
            .flatMap(window -> window.intersect(within).stream())
            .toList());
  }

  private static Stream<Interval> on(LocalDate day, List<Restriction> all, ZoneId zone) {
    return all.stream().flatMap(restriction -> restriction.beginningOn(day, zone).stream());
  }

  private static Optional<Interval> between(
      LocalDate day, LocalTime start, LocalDate endDay, LocalTime end, ZoneId zone) {
    return Interval.of(
        LocalTimes.resolve(day.atTime(start), zone), LocalTimes.resolve(endDay.atTime(end), zone));
  }
}
