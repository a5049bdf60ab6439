package farol.alerting.oncall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * How much a person carries in a window.
 *
 * @param nights how many nights, 22:00 to 06:00 on the schedule's wall clock, are touched
 * @param weekendHours hours on Saturdays and Sundays of that wall clock
 */
record PersonLoad(String person, double hours, int nights, double weekendHours) {
  private static final LocalTime NIGHT_START = LocalTime.of(22, 0);
  private static final LocalTime NIGHT_END = LocalTime.of(6, 0);
  private static final double SECONDS_PER_HOUR = 3_600.0;

  /** One line per person, by name. */
  static List<PersonLoad> of(List<Shift> shifts, ZoneId zone) {
    var byPerson = new TreeMap<String, List<Interval>>();
    for (var shift : shifts) {
      byPerson
          .computeIfAbsent(shift.person(), _ -> new ArrayList<>())
          .add(new Interval(shift.start(), shift.end()));
    }
    return byPerson.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), zone))
        .toList();
  }

  private static PersonLoad of(String person, List<Interval> times, ZoneId zone) {
    var hours = Duration.ZERO;
    var weekend = Duration.ZERO;
    var nights = new HashSet<LocalDate>();
    for (var time : times) {
      hours = hours.plus(length(time));
      var first = time.start().atZone(zone).toLocalDate().minusDays(1);
      var last = time.end().atZone(zone).toLocalDate();
      for (var day : first.datesUntil(last.plusDays(1)).toList()) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
          var next = day.plusDays(1);
          weekend = weekend.plus(shared(time, day, LocalTime.MIN, next, LocalTime.MIN, zone));
        }
        var morning = day.plusDays(1);
        if (!shared(time, day, NIGHT_START, morning, NIGHT_END, zone).isZero()) {
          nights.add(day);
        }
      }
    }
    return new PersonLoad(person, inHours(hours), nights.size(), inHours(weekend));
  }

  /** How long {@code time} and a stretch of the wall clock have in common. */
  private static Duration shared(
      Interval time, LocalDate day, LocalTime at, LocalDate endDay, LocalTime end, ZoneId zone) {
    return Interval.of(
            LocalTimes.resolve(day.atTime(at), zone), LocalTimes.resolve(endDay.atTime(end), zone))
        .flatMap(time::intersect)
        .map(PersonLoad::length)
        .orElse(Duration.ZERO);
  }

  private static Duration length(Interval time) {
    return Duration.between(time.start(), time.end());
  }

  private static double inHours(Duration duration) {
    return duration.toSeconds() / SECONDS_PER_HOUR;
  }
}
