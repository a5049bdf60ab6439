package farol.statuspage.uptime;

import farol.statuspage.component.Claim;
import farol.statuspage.component.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims to uptime. Pure: the same claims, rules and window give the same figures, whatever the
 * order of the claims. The definition is that of the status page specification: a slice between two
 * boundaries takes the worst state claimed for it, weights are permille, unknown time leaves the
 * denominator, and every percent is rounded down in exact integers.
 */
public final class Uptime {
  /** The longest window of {@link Method#STATUSPAGE}: 90 days. */
  private static final long STATUSPAGE_WINDOW_MS = 7_776_000_000L;

  private Uptime() {}

  /** Measures {@code [from, to)} by the claims of one component known at {@code asOf}. */
  public static Measured measure(
      List<Claim> claims, Rules rules, Instant from, Instant to, Instant asOf) {
    var begin = from.toEpochMilli();
    var end = Math.max(begin, to.toEpochMilli());
    var days = days(rules, begin, end);
    var slices =
        Slices.over(
            Slices.known(claims, asOf),
            Duration.ofHours(rules.noticeHours()),
            begin,
            end,
            days.stream().map(DayBounds::from).toList());
    return measured(rules, slices, days);
  }

  private record DayBounds(LocalDate date, long from, long to) {}

  private static List<DayBounds> days(Rules rules, long from, long to) {
    var days = new ArrayList<DayBounds>();
    var date = LocalDate.ofInstant(Instant.ofEpochMilli(from), rules.zone());
    var at = from;
    while (at < to) {
      var next = date.plusDays(1);
      var ends = Math.min(to, next.atStartOfDay(rules.zone()).toInstant().toEpochMilli());
      days.add(new DayBounds(date, at, ends));
      date = next;
      at = ends;
    }
    return days;
  }

  private static Measured measured(Rules rules, List<Slice> slices, List<DayBounds> days) {
    var whole = new Tally();
    var byDay = days.stream().map(day -> new Measured.Day(day.date(), new Tally())).toList();
    var runs = new Runs();
    var day = 0;
    for (var slice : slices) {
      while (slice.from() >= days.get(day).to()) {
        day++;
      }
      whole.add(slice.state(), slice.length());
      byDay.get(day).tally().add(slice.state(), slice.length());
      runs.add(slice, rules.weights().of(slice.state()) > 0);
    }
    var lost = whole.lost(rules.weights());
    return switch (rules.method()) {
      case FAROL ->
          new Measured(
              whole.percent(rules.weights(), rules.places()),
              whole.coverage(rules.places()),
              lost,
              whole.covered(),
              whole,
              runs.count,
              runs.longest,
              byDay);
      case STATUSPAGE -> {
        var denominator = Math.min(STATUSPAGE_WINDOW_MS, whole.length());
        yield new Measured(
            Percents.of(10 * denominator - statuspageLoss(whole), 10 * denominator, rules.places()),
            whole.coverage(rules.places()),
            lost,
            denominator,
            whole,
            runs.count,
            runs.longest,
            byDay);
      }
    };
  }

  /** Ten times the milliseconds lost: major whole, partial 0.3. */
  static long statuspageLoss(Tally tally) {
    return 10 * tally.ms(State.MAJOR_OUTAGE) + 3 * tally.ms(State.PARTIAL_OUTAGE);
  }

  /** Counts the maximal runs of slices that lost something. */
  private static final class Runs {
    int count;
    long longest;
    private long run;

    void add(Slice slice, boolean loses) {
      if (!loses) {
        run = 0;
        return;
      }
      if (run == 0) {
        count++;
      }
      run += slice.length();
      longest = Math.max(longest, run);
    }
  }
}
