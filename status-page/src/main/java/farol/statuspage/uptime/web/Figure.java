package farol.statuspage.uptime.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.statuspage.component.State;
import farol.statuspage.uptime.DayColour;
import farol.statuspage.uptime.Measured;
import farol.statuspage.uptime.Method;
import farol.statuspage.uptime.Rules;
import farol.statuspage.uptime.Tally;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The uptime of one component as the API answers it. {@code lost} is in permille-milliseconds. */
record Figure(
    @Nullable String name,
    @Nullable String percent,
    @Nullable String coverage,
    long lost,
    long denominatorMs,
    long coveredMs,
    Map<String, Long> ms,
    int disturbances,
    long longestMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Day> days) {
  /** A civil day. */
  record Day(
      LocalDate date,
      long lengthMs,
      long coveredMs,
      long lost,
      @Nullable String percent,
      Map<String, Long> ms,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String colour) {}

  static Figure of(
      @Nullable String name,
      Measured measured,
      Rules rules,
      boolean withDays,
      DayColour.Palette palette) {
    return new Figure(
        name,
        measured.percent(),
        measured.coverage(),
        measured.lost(),
        measured.denominatorMs(),
        measured.tally().covered(),
        ms(measured.tally()),
        measured.disturbances(),
        measured.longestMs(),
        withDays ? measured.days().stream().map(day -> day(day, rules, palette)).toList() : null);
  }

  private static Day day(Measured.Day day, Rules rules, DayColour.Palette palette) {
    var tally = day.tally();
    return new Day(
        day.date(),
        tally.length(),
        tally.covered(),
        tally.lost(rules.weights()),
        tally.percent(rules.weights(), rules.places()),
        ms(tally),
        rules.method() == Method.STATUSPAGE ? DayColour.of(tally, palette) : null);
  }

  private static Map<String, Long> ms(Tally tally) {
    var ms = new LinkedHashMap<String, Long>();
    for (var state : State.values()) {
      ms.put(state.code(), tally.ms(state));
    }
    return ms;
  }
}
