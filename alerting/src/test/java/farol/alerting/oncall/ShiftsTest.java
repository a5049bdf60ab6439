package farol.alerting.oncall;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftsTest {
  private static final ZoneId UTC = ZoneId.of("Etc/UTC");

  @Test
  void weekdaysNineToFiveGiveOnePersonPerWeekAndNoWeekend() {
    var hours =
        new Restriction.Daily(
            LocalTime.of(9, 0), LocalTime.of(17, 0), EnumSet.range(MONDAY, FRIDAY));
    var layer = weekly("days", 0, UTC, "2026-03-02T09:00", List.of(hours), "ana", "bo", "cy");

    var shifts = shifts(List.of(), "2026-03-02T00:00:00Z", "2026-03-23T00:00:00Z", layer);

    assertThat(shifts).hasSize(15);
    assertThat(shifts.subList(0, 5)).allMatch(shift -> shift.person().equals("ana"));
    assertThat(shifts.subList(5, 10)).allMatch(shift -> shift.person().equals("bo"));
    assertThat(shifts.subList(10, 15)).allMatch(shift -> shift.person().equals("cy"));
    assertThat(shifts)
        .allMatch(shift -> Duration.between(shift.start(), shift.end()).toHours() == 8)
        .noneMatch(shift -> weekend(shift.start()));
  }

  @Test
  void aWeekendWindowKeepsBothWallClocksThroughAClockChange() {
    var weekend = new Restriction.Weekly(FRIDAY, LocalTime.of(18, 0), MONDAY, LocalTime.of(8, 0));
    var dublin = ZoneId.of("Europe/Dublin");
    var layer = weekly("weekend", 0, dublin, "2026-01-05T09:00", List.of(weekend), "ana");

    assertThat(shifts(List.of(), "2026-03-24T00:00:00Z", "2026-03-31T00:00:00Z", layer))
        .extracting(Shift::start, Shift::end)
        .contains(tuple("2026-03-27T18:00:00Z", "2026-03-30T07:00:00Z"));
    assertThat(shifts(List.of(), "2026-10-20T00:00:00Z", "2026-10-27T00:00:00Z", layer))
        .extracting(Shift::start, Shift::end)
        .contains(tuple("2026-10-23T17:00:00Z", "2026-10-26T08:00:00Z"));
  }

  @Test
  void theStrongerLayerWinsWhileItHasAnybodyAndEqualOnesAreUnited() {
    var night = new Restriction.Daily(LocalTime.of(22, 0), LocalTime.of(6, 0), Rotation.allDays());
    var always = weekly("always", 1, UTC, "2026-03-02T00:00", List.of(), "ana");
    var nights = weekly("nights", 2, UTC, "2026-03-02T00:00", List.of(night), "bo");
    var beside = weekly("beside", 1, UTC, "2026-03-02T00:00", List.of(), "cy");

    assertThat(at(List.of(), "2026-03-03T12:00:00Z", always, nights)).containsExactly("ana");
    assertThat(at(List.of(), "2026-03-03T23:00:00Z", always, nights)).containsExactly("bo");
    assertThat(at(List.of(), "2026-03-03T12:00:00Z", always, nights, beside))
        .containsExactly("ana", "cy");
  }

  @Test
  void anEmptySlotOfAStrongerLayerExposesTheWeaker() {
    var weak = weekly("weak", 0, UTC, "2026-03-02T00:00", List.of(), "ana");
    var left =
        new Layer(
            "strong",
            1,
            UTC,
            null,
            null,
            new Rotation(
                Rotation.Unit.WEEK,
                1,
                LocalDateTime.parse("2026-03-02T00:00"),
                List.of(List.of("bo"), List.of()),
                Rotation.allDays()),
            List.of());

    assertThat(at(List.of(), "2026-03-03T12:00:00Z", weak, left)).containsExactly("bo");
    assertThat(at(List.of(), "2026-03-10T12:00:00Z", weak, left)).containsExactly("ana");
  }

  @Test
  void aReplacementOfSomebodyOffCallChangesNothing() {
    var layer = weekly("primary", 0, UTC, "2026-03-02T00:00", List.of(), "dee");

    assertThat(at(List.of(replace("ana", "bo")), "2026-03-03T12:00:00Z", layer))
        .containsExactly("dee");
  }

  @Test
  void aCoverOfACoverReachesTheLastAndOfTwoCoversTheLastCreatedWins() {
    var layer = weekly("primary", 0, UTC, "2026-03-02T00:00", List.of(), "ana");

    assertThat(
            at(List.of(replace("ana", "bo"), replace("bo", "cy")), "2026-03-03T12:00:00Z", layer))
        .containsExactly("cy");
    assertThat(
            at(List.of(replace("ana", "bo"), replace("ana", "cy")), "2026-03-03T12:00:00Z", layer))
        .containsExactly("cy");
  }

  @Test
  void addRemoveAndTakeChangeThePlaces() {
    var layer = weekly("primary", 0, UTC, "2026-03-02T00:00", List.of(), "ana");
    var add = new ScheduleOverride.Add(march(), "bo");
    var remove = new ScheduleOverride.Remove(march(), "ana");
    var take = new ScheduleOverride.Take(march(), "eva");
    var noon = "2026-03-03T12:00:00Z";

    assertThat(at(List.of(add), noon, layer)).containsExactly("ana", "bo");
    assertThat(at(List.of(add, remove), noon, layer)).containsExactly("bo");
    assertThat(at(List.of(remove), noon, layer)).isEmpty();
    assertThat(at(List.of(add, take), noon, layer)).containsExactly("eva");
    assertThat(at(List.of(take, replace("ana", "bo")), noon, layer)).containsExactly("eva");
  }

  @Test
  void anOverriddenShiftNamesNeitherLayerNorTurn() {
    var layer = weekly("primary", 0, UTC, "2026-03-02T00:00", List.of(), "ana");
    var day = new Interval(parse("2026-03-03T00:00:00Z"), parse("2026-03-04T00:00:00Z"));

    var shifts =
        shifts(
            List.of(new ScheduleOverride.Replace(day, "ana", "dee")),
            "2026-03-02T00:00:00Z",
            "2026-03-09T00:00:00Z",
            layer);

    assertThat(shifts)
        .containsExactly(
            rotation("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"),
            new Shift(day.start(), day.end(), "dee", null, Shift.Source.OVERRIDE, null),
            rotation("2026-03-04T00:00:00Z", "2026-03-09T00:00:00Z"));
  }

  @Test
  void boundsOfALayerDoNotMoveItsAnchor() {
    var bounded =
        new Layer(
            "primary",
            0,
            UTC,
            parse("2026-03-11T00:00:00Z"),
            parse("2026-03-18T00:00:00Z"),
            weekly("primary", 0, UTC, "2026-03-02T00:00", List.of(), "ana", "bo").rotation(),
            List.of());

    assertThat(shifts(List.of(), "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", bounded))
        .extracting(Shift::person)
        .containsExactly("bo", "ana");
  }

  @Test
  void gapsAndLoadAddUp() {
    var night = new Restriction.Daily(LocalTime.of(22, 0), LocalTime.of(6, 0), Rotation.allDays());
    var layer = weekly("nights", 0, UTC, "2026-03-02T00:00", List.of(night), "ana");
    var window = new Interval(parse("2026-03-06T00:00:00Z"), parse("2026-03-08T00:00:00Z"));
    var shifts = Shifts.of(new Schedule(UTC, List.of(layer)), List.of(), window);

    assertThat(Interval.gaps(window, shifts.stream().map(ShiftsTest::time).toList()))
        .extracting(Interval::start)
        .containsExactly(parse("2026-03-06T06:00:00Z"), parse("2026-03-07T06:00:00Z"));
    assertThat(PersonLoad.of(shifts, UTC)).containsExactly(new PersonLoad("ana", 16, 3, 8));
  }

  private static Interval time(Shift shift) {
    return new Interval(shift.start(), shift.end());
  }

  private static Shift rotation(String start, String end) {
    return new Shift(parse(start), parse(end), "ana", "primary", Shift.Source.ROTATION, 0L);
  }

  private static org.assertj.core.groups.Tuple tuple(String start, String end) {
    return org.assertj.core.groups.Tuple.tuple(parse(start), parse(end));
  }

  private static ScheduleOverride replace(String remove, String add) {
    return new ScheduleOverride.Replace(march(), remove, add);
  }

  private static Interval march() {
    return new Interval(parse("2026-03-01T00:00:00Z"), parse("2026-04-01T00:00:00Z"));
  }

  private static List<String> at(List<ScheduleOverride> overrides, String at, Layer... layers) {
    return shifts(overrides, at, parse(at).plusMillis(1).toString(), layers).stream()
        .map(Shift::person)
        .toList();
  }

  private static List<Shift> shifts(
      List<ScheduleOverride> overrides, String from, String until, Layer... layers) {
    return Shifts.of(
        new Schedule(UTC, List.of(layers)), overrides, new Interval(parse(from), parse(until)));
  }

  private static Layer weekly(
      String name,
      int priority,
      ZoneId zone,
      String start,
      List<Restriction> restrictions,
      String... people) {
    var slots = List.of(people).stream().map(List::of).toList();
    return new Layer(
        name,
        priority,
        zone,
        null,
        null,
        new Rotation(Rotation.Unit.WEEK, 1, LocalDateTime.parse(start), slots, Rotation.allDays()),
        restrictions);
  }

  private static boolean weekend(Instant instant) {
    return instant.atZone(UTC).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  private static Instant parse(String instant) {
    return Instant.parse(instant);
  }
}
