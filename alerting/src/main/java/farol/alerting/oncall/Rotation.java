package farol.alerting.oncall;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * People taking turns.
 *
 * @param start the anchor on the wall clock, to the minute, from which every turn is computed
 * @param slots the order; a slot may be empty when somebody left
 * @param countedDays the days on which turns of days begin; all of them for every other unit
 */
record Rotation(
    Unit unit,
    int length,
    LocalDateTime start,
    List<List<String>> slots,
    Set<DayOfWeek> countedDays) {
  static final int LENGTH_MAX = 1_000;
  static final int SLOTS_MAX = 100;
  static final int PEOPLE_PER_SLOT_MAX = 20;

  /** What a turn's length counts. */
  enum Unit {
    HOUR,
    DAY,
    WEEK,
    MONTH
  }

  Rotation {
    if (length < 1 || length > LENGTH_MAX) {
      throw new IllegalArgumentException("length is 1 to %d, not %d".formatted(LENGTH_MAX, length));
    }
    if (start.getSecond() != 0 || start.getNano() != 0) {
      throw new IllegalArgumentException("start is to the minute, not %s".formatted(start));
    }
    if (slots.isEmpty() || slots.size() > SLOTS_MAX) {
      throw new IllegalArgumentException(
          "slots are 1 to %d, not %d".formatted(SLOTS_MAX, slots.size()));
    }
    if (slots.stream().anyMatch(people -> people.size() > PEOPLE_PER_SLOT_MAX)) {
      throw new IllegalArgumentException("a slot has at most 20 people");
    }
    if (countedDays.isEmpty()) {
      throw new IllegalArgumentException("countedDays names at least one day");
    }
    if (unit != Unit.DAY && countedDays.size() < DayOfWeek.values().length) {
      throw new IllegalArgumentException("countedDays goes with the unit DAY only");
    }
    slots = slots.stream().map(people -> people.stream().distinct().toList()).toList();
    countedDays = Set.copyOf(countedDays);
  }

  static Set<DayOfWeek> allDays() {
    return EnumSet.allOf(DayOfWeek.class);
  }

  List<String> slot(long turn) {
    return slots.get((int) Math.floorMod(turn, (long) slots.size()));
  }

  /** Everyone in any slot, once each. */
  SortedSet<String> people() {
    var people = new TreeSet<String>();
    slots.forEach(people::addAll);
    return people;
  }
}
