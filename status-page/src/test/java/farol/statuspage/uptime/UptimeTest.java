package farol.statuspage.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import farol.statuspage.component.Claim;
import farol.statuspage.component.State;
import farol.statuspage.component.Weights;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {
  private static final ZoneId UTC = ZoneId.of("Etc/UTC");
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant KNOWN = DAY.minusSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "0, 238, 99.99",
    "0, 720, 99.99",
    "0, 1999, 99.99",
    "0, 2760, 99.98",
    "0, 5122, 99.98",
    "0, 7945, 99.96",
    "0, 15080, 99.94",
    "0, 21970, 99.91",
    "0, 71733, 99.72",
    "0, 155538, 99.39",
    "0, 7739635, 70.14",
    "11, 0, 99.99",
    "56, 0, 99.99",
    "884, 0, 99.98",
    "1300, 8857, 99.94",
    "1712, 0, 99.97",
    "3259, 3855, 99.94",
    "5046, 0, 99.93",
    "5508, 3006, 99.91",
    "5721, 0, 99.92",
    "8625, 5878, 99.86",
    "9039, 1603, 99.87",
    "9409, 31724, 99.75",
    "12499, 42951, 99.67",
    "12499, 85903, 99.50",
    "15604, 1160, 99.79",
    "18291, 0, 99.76",
    "27782, 4773, 99.62"
  })
  void agreesWithHostedStatuspageOver90Days(long major, long partial, String percent) {
    assertThat(statuspage(major, partial, 7_776_000)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"149, 0, 3437656, 99.99", "17880, 580, 5769327, 99.68"})
  void agreesWithHostedStatuspageOverShorterLives(
      long major, long partial, long seconds, String percent) {
    assertThat(statuspage(major, partial, seconds)).isEqualTo(percent);
  }

  private static @Nullable String statuspage(long major, long partial, long seconds) {
    var claims = new ArrayList<Claim>();
    if (major > 0) {
      claims.add(claim(DAY, DAY.plusSeconds(major), State.MAJOR_OUTAGE));
    }
    if (partial > 0) {
      claims.add(
          claim(DAY.plusSeconds(major), DAY.plusSeconds(major + partial), State.PARTIAL_OUTAGE));
    }
    return Uptime.measure(claims, rules(Method.STATUSPAGE, UTC), DAY, DAY.plusSeconds(seconds), DAY)
        .percent();
  }

  @ParameterizedTest
  @CsvSource({
    "0, #2fcc66",
    "48, #94c839",
    "206, #a1c733",
    "512, #bac628",
    "908, #dac519",
    "1172, #f0c410",
    "1372, #eeb413",
    "1506, #eda817",
    "1712, #ea961c",
    "1941, #e78121",
    "2144, #e67925",
    "2589, #e66b2c",
    "3011, #e75e33",
    "3917, #e74c3c"
  })
  void coloursADayLikeHostedStatuspage(long seconds, String colour) {
    var day = new Tally();
    day.add(State.MAJOR_OUTAGE, seconds * 1000);
    day.add(State.OPERATIONAL, 86_400_000 - seconds * 1000);

    var drawn = DayColour.of(day, DayColour.Palette.DEFAULT);

    for (var at = 1; at < 7; at += 2) {
      assertThat(Integer.parseInt(drawn.substring(at, at + 2), 16))
          .isCloseTo(
              Integer.parseInt(colour.substring(at, at + 2), 16),
              org.assertj.core.data.Offset.offset(1));
    }
  }

  @Test
  void theWorseClaimWinsWhereTwoOverlap() {
    var measured =
        farol(
            claim("10:00", "10:10", State.PARTIAL_OUTAGE),
            claim("10:05", "11:00", State.MAJOR_OUTAGE));

    assertThat(measured.tally().ms(State.PARTIAL_OUTAGE)).isEqualTo(minutes(5));
    assertThat(measured.tally().ms(State.MAJOR_OUTAGE)).isEqualTo(minutes(55));
    assertThat(measured.disturbances()).isEqualTo(1);
    assertThat(measured.longestMs()).isEqualTo(minutes(60));
  }

  @Test
  void oneSecondIn90DaysIsNeverAHundredPercent() {
    var claims = List.of(claim(DAY, DAY.plusSeconds(1), State.MAJOR_OUTAGE));
    var to = DAY.plus(Duration.ofDays(90));

    var measured = Uptime.measure(claims, rules(Method.FAROL, UTC), DAY, to, to);

    assertThat(measured.percent()).isEqualTo("99.99");
    assertThat(measured.days()).hasSize(90);
  }

  @Test
  void aDayNobodyWatchedHasNoPercentAndNoCoverage() {
    var measured = farol(claim("00:00", null, State.UNKNOWN));

    assertThat(measured.percent()).isNull();
    assertThat(measured.coverage()).isEqualTo("0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Dublin, 2026-10-25, 90000", "Europe/Dublin, 2026-03-29, 82800",
    "Europe/Dublin, 2026-10-24, 86400", "America/Sao_Paulo, 2018-11-04, 82800"
  })
  void daysHaveTheirTrueLength(String zone, String date, long seconds) {
    var day = java.time.LocalDate.parse(date);
    var rules = rules(Method.FAROL, ZoneId.of(zone));
    var from = day.atStartOfDay(rules.zone()).toInstant();
    var to = day.plusDays(1).atStartOfDay(rules.zone()).toInstant();

    var measured = Uptime.measure(List.of(), rules, from, to, to);

    assertThat(measured.days()).hasSize(1);
    assertThat(measured.days().getFirst().tally().length()).isEqualTo(seconds * 1000);
  }

  @Test
  void aCorrectionCountsFromTheMomentItIsKnown() {
    var wrong = claim("10:00", "12:00", State.MAJOR_OUTAGE);
    var right =
        new Claim(
            UUID.randomUUID(),
            "c",
            null,
            at("10:00"),
            at("11:00"),
            State.MAJOR_OUTAGE,
            Claim.Origin.CORRECTION,
            at("15:00"),
            wrong.recordedBy(),
            wrong.id(),
            null,
            null,
            null,
            "");
    var rules = rules(Method.FAROL, UTC);

    var before = Uptime.measure(List.of(wrong, right), rules, DAY, end(), at("14:00"));
    var after = Uptime.measure(List.of(wrong, right), rules, DAY, end(), at("16:00"));

    assertThat(before.tally().ms(State.MAJOR_OUTAGE)).isEqualTo(minutes(120));
    assertThat(after.tally().ms(State.MAJOR_OUTAGE)).isEqualTo(minutes(60));
  }

  @Test
  void aMaintenanceThatRunsOverCountsFromTheEndOfItsWindow() {
    var measured = farol(maintenance(Duration.ofDays(5), State.DEGRADED_PERFORMANCE, "05:00"));

    assertThat(measured.tally().ms(State.UNDER_MAINTENANCE)).isEqualTo(minutes(120));
    assertThat(measured.tally().ms(State.DEGRADED_PERFORMANCE)).isEqualTo(minutes(60));
  }

  @Test
  void aMaintenanceAnnouncedLateCountsAsPartialOutage() {
    var measured = farol(maintenance(Duration.ofHours(10), null, "04:00"));

    assertThat(measured.tally().ms(State.PARTIAL_OUTAGE)).isEqualTo(minutes(120));
    assertThat(measured.tally().ms(State.UNDER_MAINTENANCE)).isZero();
  }

  @Test
  void daysAddUpToTheWindowWhateverTheOrderOfTheClaims() {
    var random = new Random(7);
    var claims = new ArrayList<Claim>();
    for (var count = 0; count < 400; count++) {
      var from = DAY.plusSeconds(random.nextLong(80 * 86_400L));
      var state = List.of(State.values()).get(random.nextInt(State.values().length));
      claims.add(claim(from, from.plusMillis(1 + random.nextLong(200_000_000)), state));
    }
    var rules = rules(Method.FAROL, ZoneId.of("Europe/Dublin"));
    var to = DAY.plus(Duration.ofDays(90));
    var measured = Uptime.measure(claims, rules, DAY, to, to);
    Collections.shuffle(claims, random);

    var shuffled = Uptime.measure(claims, rules, DAY, to, to);

    for (var state : State.values()) {
      var days = measured.days().stream().mapToLong(day -> day.tally().ms(state)).sum();
      assertThat(days).isEqualTo(measured.tally().ms(state));
      assertThat(shuffled.tally().ms(state)).isEqualTo(measured.tally().ms(state));
    }
    assertThat(measured.tally().length()).isEqualTo(Duration.ofDays(90).toMillis());
    assertThat(shuffled.percent()).isEqualTo(measured.percent());
  }

  private static Measured farol(Claim... claims) {
    return Uptime.measure(List.of(claims), rules(Method.FAROL, UTC), DAY, end(), end());
  }

  private static Claim maintenance(Duration ahead, @Nullable State severity, String to) {
    var window = new Claim.Window(at("02:00"), at("04:00"), at("02:00").minus(ahead));
    return new Claim(
        UUID.randomUUID(),
        "c",
        null,
        at("02:00"),
        at(to),
        State.UNDER_MAINTENANCE,
        Claim.Origin.MAINTENANCE,
        KNOWN,
        UUID.randomUUID(),
        null,
        null,
        window,
        severity,
        "");
  }

  private static Claim claim(String from, @Nullable String to, State state) {
    return claim(at(from), to == null ? null : at(to), state);
  }

  private static Claim claim(Instant from, @Nullable Instant to, State state) {
    return new Claim(
        UUID.randomUUID(),
        "c",
        null,
        from,
        to,
        state,
        Claim.Origin.HUMAN,
        KNOWN,
        UUID.randomUUID(),
        null,
        null,
        null,
        null,
        "");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z");
  }

  private static Instant end() {
    return DAY.plus(Duration.ofDays(1));
  }

  private static long minutes(long count) {
    return count * 60_000;
  }

  private static Rules rules(Method method, ZoneId zone) {
    return new Rules(method, zone, 2, 72, Weights.DEFAULT);
  }
}
