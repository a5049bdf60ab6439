package farol.alerting.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for any schedule in any zone between 2000 and 2050. */
class SchedulePropertiesTest {
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  /** Zones whose clocks do something unusual. */
  private static final List<String> ODD_ZONES =
      List.of(
          "America/Chicago",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Asia/Beirut",
          "America/Sao_Paulo",
          "Europe/Dublin");

  @Property(tries = 300)
  void anUnrestrictedLayerLeavesNoGapAndNoOverlapAndKeepsTheOrder(
      @ForAll("rotations") Rotation rotation, @ForAll("zones") ZoneId zone) {
    var schedule = schedule(rotation, zone, List.of());
    var start = new Turns(rotation, zone).start(0);
    var window = new Interval(start.minus(Duration.ofDays(3)), start.plus(Duration.ofDays(60)));

    var shifts = Shifts.of(schedule, List.of(), window);

    assertThat(shifts.getFirst().start()).isEqualTo(start);
    assertThat(shifts.getLast().end()).isEqualTo(window.end());
    for (var next = 1; next < shifts.size(); next++) {
      assertThat(shifts.get(next).start()).isEqualTo(shifts.get(next - 1).end());
      assertThat(turn(shifts.get(next))).isGreaterThan(turn(shifts.get(next - 1)));
    }
    assertThat(shifts)
        .allMatch(shift -> rotation.slot(turn(shift)).equals(List.of(shift.person())));
  }

  @Property(tries = 300)
  void aWindowCutsTheFullAnswerAndChangesNothingElse(
      @ForAll("rotations") Rotation rotation,
      @ForAll("zones") ZoneId zone,
      @ForAll("restrictions") List<Restriction> restrictions,
      @ForAll("minutes") int from,
      @ForAll("minutes") int length) {
    var schedule = schedule(rotation, zone, restrictions);
    var start = new Turns(rotation, zone).start(0).minus(Duration.ofDays(1));
    var full = new Interval(start, start.plus(Duration.ofDays(45)));
    var cutFrom = start.plus(Duration.ofMinutes(from));
    var cut = new Interval(cutFrom, cutFrom.plus(Duration.ofMinutes(length + 1L)));
    var overrides =
        List.<ScheduleOverride>of(
            new ScheduleOverride.Replace(full, "p1", "p0"),
            new ScheduleOverride.Add(
                new Interval(start.plus(Duration.ofDays(5)), start.plus(Duration.ofDays(9))),
                "p9"));

    assertThat(Shifts.of(schedule, overrides, cut))
        .isEqualTo(cut(Shifts.of(schedule, overrides, full), cut));
  }

  @Property(tries = 300)
  void everyTurnBeginsWhereTheAnchorSaysAndIsFoundDirectly(
      @ForAll("rotations") Rotation rotation, @ForAll("zones") ZoneId zone) {
    var turns = new Turns(rotation, zone);
    for (var turn = 0L; turn < 40; turn++) {
      var start = turns.start(turn);
      assertThat(turns.start(turn + 1)).isAfterOrEqualTo(start);
      assertThat(turns.at(start)).isGreaterThanOrEqualTo(turn);
      assertThat(turns.start(turns.at(start))).isEqualTo(start);
      assertThat(turns.at(start.minusNanos(1))).isLessThan(turn);
    }
  }

  /**
   * An independent reading of the rule, by the highest wall-clock time so far, minute by minute.
   */
  @Property(tries = 60)
  void aSlowWalkAlongTheWallClockFindsTheSameTurns(
      @ForAll("wallClockRotations") Rotation rotation,
      @ForAll("oddChanges") Instant change,
      @ForAll("oddZones") ZoneId zone) {
    var begin = change.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    var local = LocalDateTime.ofInstant(begin, zone);
    var moved =
        new Rotation(
            rotation.unit(), rotation.length(), local, rotation.slots(), rotation.countedDays());
    var turns = new Turns(moved, zone);

    var highest = local;
    var boundary = local;
    var turn = -1L;
    for (var minute = begin; minute.isBefore(begin.plus(Duration.ofDays(5))); ) {
      var shown = LocalDateTime.ofInstant(minute, zone);
      highest = shown.isAfter(highest) ? shown : highest;
      while (!boundary.isAfter(highest)) {
        turn++;
        boundary = next(moved, local, turn + 1);
      }
      assertThat(turns.at(minute)).isEqualTo(turn);
      minute = minute.plusSeconds(60);
    }
  }

  private static LocalDateTime next(Rotation rotation, LocalDateTime anchor, long turn) {
    var steps = turn * rotation.length();
    return rotation.unit() == Rotation.Unit.HOUR ? anchor.plusHours(steps) : anchor.plusDays(steps);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  @Provide
  Arbitrary<ZoneId> oddZones() {
    return Arbitraries.of(ODD_ZONES).map(ZoneId::of);
  }

  /** Instants near clock changes of some of the odd zones, and Apia's lost day. */
  @Provide
  Arbitrary<Instant> oddChanges() {
    return Arbitraries.of(
        Instant.parse("2020-03-08T08:00:00Z"),
        Instant.parse("2020-11-01T07:00:00Z"),
        Instant.parse("2011-12-30T10:00:00Z"),
        Instant.parse("2026-04-04T15:00:00Z"),
        Instant.parse("2026-10-03T15:30:00Z"),
        Instant.parse("2026-03-28T22:00:00Z"),
        Instant.parse("2018-11-04T03:00:00Z"),
        Instant.parse("2026-02-15T02:00:00Z"));
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 20 * 24 * 60);
  }

  @Provide
  Arbitrary<Rotation> wallClockRotations() {
    var hours = Arbitraries.of(1, 2, 3, 6, 12).map(length -> of(Rotation.Unit.HOUR, length));
    return Arbitraries.oneOf(
        hours, Arbitraries.of(1, 2).map(length -> of(Rotation.Unit.DAY, length)));
  }

  private static Rotation of(Rotation.Unit unit, int length) {
    return rotation(unit, length, LocalDateTime.parse("2000-01-01T00:00"), 3, null);
  }

  @Provide
  Arbitrary<Rotation> rotations() {
    return Combinators.combine(
            Arbitraries.of(Rotation.Unit.class),
            Arbitraries.integers().between(1, 30),
            anchors(),
            Arbitraries.integers().between(1, 6),
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(1))
        .as(SchedulePropertiesTest::rotation);
  }

  private static Rotation rotation(
      Rotation.Unit unit,
      int length,
      LocalDateTime anchor,
      int people,
      @Nullable Set<DayOfWeek> counted) {
    var days = unit == Rotation.Unit.DAY && counted != null ? counted : Rotation.allDays();
    var slots = IntStream.range(0, people).mapToObj(person -> List.of("p" + person)).toList();
    return new Rotation(unit, length, anchor, slots, days);
  }

  private static Arbitrary<LocalDateTime> anchors() {
    var first = LocalDateTime.parse("2000-01-01T00:00").toEpochSecond(ZoneOffset.UTC) / 60;
    var last = LocalDateTime.parse("2050-01-01T00:00").toEpochSecond(ZoneOffset.UTC) / 60;
    return Arbitraries.longs()
        .between(first, last)
        .map(minute -> LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC));
  }

  @Provide
  Arbitrary<List<Restriction>> restrictions() {
    var times = Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 30));
    var days = Arbitraries.of(DayOfWeek.class);
    Arbitrary<Restriction> daily =
        Combinators.combine(times, times, days.set().ofMinSize(1)).as(Restriction.Daily::new);
    Arbitrary<Restriction> weekly =
        Combinators.combine(days, times, days, times).as(Restriction.Weekly::new);
    return Arbitraries.oneOf(List.of(daily, weekly)).list().ofMaxSize(3);
  }

  private static Schedule schedule(Rotation rotation, ZoneId zone, List<Restriction> windows) {
    return new Schedule(zone, List.of(new Layer("only", 0, zone, null, null, rotation, windows)));
  }

  private static List<Shift> cut(List<Shift> shifts, Interval window) {
    var cut = new ArrayList<Shift>();
    for (var shift : shifts) {
      new Interval(shift.start(), shift.end())
          .intersect(window)
          .ifPresent(
              time ->
                  cut.add(
                      new Shift(
                          time.start(),
                          time.end(),
                          shift.person(),
                          shift.layer(),
                          shift.source(),
                          shift.turn())));
    }
    cut.sort(java.util.Comparator.comparing(Shift::start).thenComparing(Shift::person));
    return cut;
  }

  private static long turn(Shift shift) {
    return shift.turn() == null ? -1 : shift.turn();
  }
}
