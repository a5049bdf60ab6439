package farol.alerting.oncall;

import farol.alerting.catalog.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule with its whole history: every version from the instant it took effect, and overrides
 * in order of creation.
 *
 * @param versions oldest first, never empty; the first one holds from ever
 */
record StoredSchedule(
    UUID id,
    String slug,
    String name,
    TeamId team,
    @Nullable String purpose,
    List<Version> versions,
    List<ScheduleOverride> overrides) {
  /** Widening windows in which the ends of a shift are looked for. */
  private static final int[] REACH_DAYS = {8, 64, 512, 8_192};

  private static final long SECONDS_PER_DAY = 86_400;

  /** The layers from an instant on. */
  record Version(int number, Instant effectiveFrom, Schedule schedule) {}

  StoredSchedule {
    versions = List.copyOf(versions);
    overrides = List.copyOf(overrides);
  }

  Version versionAt(Instant instant) {
    return versions.reversed().stream()
        .filter(version -> !version.effectiveFrom.isAfter(instant))
        .findFirst()
        .orElse(versions.getFirst());
  }

  /** The shifts of a window, each stretch by the version that held then. */
  List<Shift> shifts(Interval window) {
    var shifts = new ArrayList<Shift>();
    for (var index = 0; index < versions.size(); index++) {
      var schedule = versions.get(index).schedule;
      heldIn(index, window)
          .ifPresent(
              part -> Shifts.of(schedule, overrides, part).forEach(next -> join(shifts, next)));
    }
    return shifts.stream()
        .sorted(Comparator.comparing(Shift::start).thenComparing(Shift::person))
        .toList();
  }

  private Optional<Interval> heldIn(int index, Interval window) {
    var start = index == 0 ? window.start() : versions.get(index).effectiveFrom;
    var isLast = index + 1 == versions.size();
    var end = isLast ? window.end() : versions.get(index + 1).effectiveFrom;
    return Interval.of(start, end).flatMap(window::intersect);
  }

  private static void join(List<Shift> shifts, Shift next) {
    var earlier = shifts.stream().filter(next::continues).findFirst();
    earlier.ifPresent(shifts::remove);
    shifts.add(
        earlier
            .map(
                part ->
                    new Shift(
                        part.start(),
                        next.end(),
                        next.person(),
                        next.layer(),
                        next.source(),
                        next.turn()))
            .orElse(next));
  }

  /** Who is on call at an instant, with the whole of each shift as far as it can be seen. */
  List<Shift> at(Instant instant) {
    List<Shift> held = List.of();
    for (var days : REACH_DAYS) {
      var reach = days * SECONDS_PER_DAY;
      var window = new Interval(instant.minusSeconds(reach), instant.plusSeconds(reach));
      held = shifts(window).stream().filter(shift -> shift.time().contains(instant)).toList();
      if (held.stream().noneMatch(shift -> touches(shift, window))) {
        break;
      }
    }
    return held;
  }

  private static boolean touches(Shift shift, Interval window) {
    return shift.start().equals(window.start()) || shift.end().equals(window.end());
  }

  /** Whether no end of this shift is in sight from the instant. */
  static boolean isEndless(Shift shift, Instant instant) {
    var furthest = REACH_DAYS[REACH_DAYS.length - 1] * SECONDS_PER_DAY;
    return !shift.end().isBefore(instant.plusSeconds(furthest));
  }

  /** The next instant after {@code now} at which somebody hands over, if it can be seen. */
  Optional<Instant> nextHandoff(Instant now) {
    var window = new Interval(now, now.plus(Preview.WINDOW_MAX));
    return shifts(window).stream()
        .flatMap(shift -> java.util.stream.Stream.of(shift.start(), shift.end()))
        .filter(change -> change.isAfter(now) && change.isBefore(window.end()))
        .min(Comparator.naturalOrder());
  }

  /** How it comes that this shift is on call, layer to override. */
  List<String> trace(Shift shift) {
    var why = new ArrayList<String>();
    why.add("schedule " + slug);
    why.add("version " + versionAt(shift.start()).number());
    why.add(
        shift.source() == Shift.Source.OVERRIDE
            ? "by an override"
            : "layer %s, turn %d".formatted(shift.layer(), shift.turn()));
    if (shift.source() == Shift.Source.ROTATION) {
      why.add("no override");
    }
    return why;
  }
}
