package farol.alerting.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When turns begin, on both sides of every kind of clock change. */
class TurnsTest {
  @ParameterizedTest(name = "{0} {2} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/New_York    | 2026-03-02T09:00 | WEEK | 2026-03-02T14:00Z 2026-03-09T13:00Z 2026-03-16T13:00Z
          America/New_York    | 2026-10-26T09:00 | WEEK | 2026-10-26T13:00Z 2026-11-02T14:00Z
          Europe/London       | 2026-03-23T09:00 | WEEK | 2026-03-23T09:00Z 2026-03-30T08:00Z
          Europe/London       | 2026-10-19T09:00 | WEEK | 2026-10-19T08:00Z 2026-10-26T09:00Z
          America/Chicago     | 2024-10-29T00:00 | WEEK | 2024-10-29T05:00Z 2024-11-05T06:00Z
          America/Chicago     | 2025-03-04T00:00 | WEEK | 2025-03-04T06:00Z 2025-03-11T05:00Z
          America/Chicago     | 2020-03-07T02:30 | DAY  | 2020-03-07T08:30Z 2020-03-08T08:00Z 2020-03-09T07:30Z
          America/Chicago     | 2020-10-31T01:30 | DAY  | 2020-10-31T06:30Z 2020-11-01T06:30Z 2020-11-02T07:30Z
          Australia/Lord_Howe | 2026-03-30T09:00 | WEEK | 2026-03-29T22:00Z 2026-04-05T22:30Z
          Australia/Lord_Howe | 2026-09-28T09:00 | WEEK | 2026-09-27T22:30Z 2026-10-04T22:00Z
          Australia/Lord_Howe | 2020-10-03T02:15 | DAY  | 2020-10-02T15:45Z 2020-10-03T15:30Z 2020-10-04T15:15Z
          Pacific/Apia        | 2011-12-23T09:00 | WEEK | 2011-12-23T19:00Z 2011-12-30T10:00Z 2012-01-05T19:00Z
          Africa/Casablanca   | 2026-02-09T09:00 | WEEK | 2026-02-09T08:00Z 2026-02-16T09:00Z
          Africa/Casablanca   | 2026-03-16T09:00 | WEEK | 2026-03-16T09:00Z 2026-03-23T08:00Z
          America/Sao_Paulo   | 2018-11-03T00:00 | DAY  | 2018-11-03T03:00Z 2018-11-04T03:00Z 2018-11-05T02:00Z
          Asia/Beirut         | 2026-03-28T00:00 | DAY  | 2026-03-27T22:00Z 2026-03-28T22:00Z 2026-03-29T21:00Z
          Pacific/Chatham     | 2026-09-21T09:00 | WEEK | 2026-09-20T20:15Z 2026-09-27T19:15Z
          Asia/Kathmandu      | 2026-09-21T09:00 | WEEK | 2026-09-21T03:15Z
          America/Chicago     | 2020-03-08T01:30 | HOUR | 2020-03-08T07:30Z 2020-03-08T08:00Z 2020-03-08T08:30Z
          Etc/UTC             | 2026-01-31T09:00 | MONTH | 2026-01-31T09:00Z 2026-02-28T09:00Z 2026-03-31T09:00Z 2026-04-30T09:00Z
          """)
  void beginAtTheWallClockTimeOfTheAnchor(
      ZoneId zone, LocalDateTime anchor, Rotation.Unit unit, String starts) {
    var turns = new Turns(rotation(unit, 1, anchor), zone);
    var expected = Arrays.stream(starts.split(" ", -1)).map(TurnsTest::instant).toList();

    assertThat(starts(turns, expected.size())).isEqualTo(expected);
    for (var turn = 0; turn < expected.size(); turn++) {
      assertThat(turns.at(expected.get(turn))).isEqualTo(turn);
      assertThat(turns.at(expected.get(turn).minusMillis(1))).isEqualTo(turn - 1L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-02T09:00, 167",
    "America/New_York, 2026-10-26T09:00, 169",
    "Europe/London, 2026-03-23T09:00, 167",
    "Europe/London, 2026-10-19T09:00, 169",
    "Africa/Casablanca, 2026-02-09T09:00, 169",
    "Pacific/Apia, 2011-12-23T09:00, 159"
  })
  void weeksOfAClockChangeAreAsLongAsTheyAre(ZoneId zone, LocalDateTime anchor, int hours) {
    var turns = new Turns(rotation(Rotation.Unit.WEEK, 1, anchor), zone);

    assertThat(Duration.between(turns.start(0), turns.start(1))).hasHours(hours);
  }

  @Test
  void turnsOfSevenHoursCountElapsedTime() {
    var anchor = LocalDateTime.parse("2020-03-07T20:00");
    var turns = new Turns(rotation(Rotation.Unit.HOUR, 7, anchor), ZoneId.of("America/Chicago"));

    var starts = starts(turns, 5);

    for (var turn = 1; turn < starts.size(); turn++) {
      assertThat(Duration.between(starts.get(turn - 1), starts.get(turn))).hasHours(7);
    }
  }

  @Test
  void theTurnOfFridayLastsToMondayWhenWeekendsAreNotCounted() {
    var weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    var saturday = LocalDateTime.parse("2026-03-07T09:00");
    var turns =
        new Turns(
            new Rotation(Rotation.Unit.DAY, 1, saturday, List.of(List.of("ana")), weekdays),
            ZoneId.of("Etc/UTC"));

    assertThat(turns.start(0)).isEqualTo("2026-03-09T09:00:00Z");
    assertThat(turns.start(4)).isEqualTo("2026-03-13T09:00:00Z");
    assertThat(turns.start(5)).isEqualTo("2026-03-16T09:00:00Z");
    assertThat(turns.at(Instant.parse("2026-03-15T12:00:00Z"))).isEqualTo(4);
    assertThat(turns.at(Instant.parse("2026-03-08T12:00:00Z"))).isNegative();
  }

  @Test
  void aTurnThatTheClocksSkipIsEmptyAndStillCounts() {
    var anchor = LocalDateTime.parse("2011-12-29T00:00");
    var turns = new Turns(rotation(Rotation.Unit.DAY, 1, anchor), ZoneId.of("Pacific/Apia"));

    assertThat(turns.start(1)).isEqualTo(turns.start(2));
    assertThat(turns.at(turns.start(1))).isEqualTo(2);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  static Rotation rotation(Rotation.Unit unit, int length, LocalDateTime anchor) {
    return new Rotation(
        unit, length, anchor, List.of(List.of("ana"), List.of("bo")), Rotation.allDays());
  }

  private static List<Instant> starts(Turns turns, int count) {
    var starts = new ArrayList<Instant>();
    for (var turn = 0; turn < count; turn++) {
      starts.add(turns.start(turn));
    }
    return starts;
  }
}
