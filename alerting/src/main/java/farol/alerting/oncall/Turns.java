package farol.alerting.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/**
 * The turns of a rotation in a zone. Each boundary is computed from the anchor, never from the turn
 * before, so the cost does not grow with the distance.
 */
final class Turns {
  private static final int HOURS_PER_DAY = 24;
  private static final int DAYS_PER_WEEK = 7;

  private final Rotation rotation;
  private final ZoneId zone;
  private final LocalDateTime anchor;

  /** Days from the anchor to each counted day of a week, the anchor's own first. */
  private final int[] countedOffsets;

  Turns(Rotation rotation, ZoneId zone) {
    this.rotation = rotation;
    this.zone = zone;
    this.anchor = firstCounted(rotation);
    this.countedOffsets =
        IntStream.range(0, DAYS_PER_WEEK)
            .filter(days -> rotation.countedDays().contains(weekday(anchor).plus(days)))
            .toArray();
  }

  private static LocalDateTime firstCounted(Rotation rotation) {
    var day = rotation.start();
    while (!rotation.countedDays().contains(weekday(day))) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static DayOfWeek weekday(LocalDateTime day) {
    return day.getDayOfWeek();
  }

  /** When turn {@code turn} begins. Two turns may begin together: the earlier is then empty. */
  Instant start(long turn) {
    var steps = Math.multiplyExact(turn, (long) rotation.length());
    return switch (rotation.unit()) {
      case HOUR ->
          countsOnTheWallClock()
              ? resolve(anchor.plusHours(steps))
              : resolve(anchor).plus(steps, ChronoUnit.HOURS);
      case DAY -> resolve(countedDay(steps).atTime(anchor.toLocalTime()));
      case WEEK -> resolve(anchor.plusWeeks(steps));
      case MONTH -> resolve(anchor.plusMonths(steps));
    };
  }

  /** The turn that holds at the instant; negative before the first. */
  long at(Instant instant) {
    if (instant.isBefore(start(0))) {
      return -1;
    }
    var turn = Math.max(0, estimate(instant));
    while (turn > 0 && start(turn).isAfter(instant)) {
      turn--;
    }
    while (!start(turn + 1).isAfter(instant)) {
      turn++;
    }
    return turn;
  }

  /** Off by the size of a clock change at most, and by one for the time of day. */
  private long estimate(Instant instant) {
    var local = LocalDateTime.ofInstant(instant, zone);
    var steps =
        switch (rotation.unit()) {
          case HOUR ->
              countsOnTheWallClock()
                  ? ChronoUnit.HOURS.between(anchor, local)
                  : ChronoUnit.HOURS.between(resolve(anchor), instant);
          case DAY -> countedDays(ChronoUnit.DAYS.between(anchor, local));
          case WEEK -> ChronoUnit.WEEKS.between(anchor, local);
          case MONTH -> ChronoUnit.MONTHS.between(YearMonth.from(anchor), YearMonth.from(local));
        };
    return Math.floorDiv(steps, (long) rotation.length());
  }

  private boolean countsOnTheWallClock() {
    return HOURS_PER_DAY % rotation.length() == 0 || rotation.length() % HOURS_PER_DAY == 0;
  }

  private LocalDate countedDay(long index) {
    var weeks = Math.floorDiv(index, (long) countedOffsets.length);
    var offset = countedOffsets[(int) Math.floorMod(index, (long) countedOffsets.length)];
    return anchor.toLocalDate().plusDays(weeks * DAYS_PER_WEEK + offset);
  }

  /** How many counted days lie in that many days from the anchor. */
  private long countedDays(long days) {
    var weeks = Math.floorDiv(days, (long) DAYS_PER_WEEK);
    var rest = Math.floorMod(days, (long) DAYS_PER_WEEK);
    var begun = IntStream.of(countedOffsets).filter(offset -> offset <= rest).count() - 1;
    return weeks * countedOffsets.length + begun;
  }

  private Instant resolve(LocalDateTime local) {
    return LocalTimes.resolve(local, zone);
  }
}
