package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.uptime.Measured;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The last 90 days of a component as one path per state: an untroubled day is a thin line, trouble
 * rises from it, and a day nobody watched is a hole.
 */
final class Strip {
  private static final State[] DRAWN = {
    State.UNKNOWN,
    State.UNDER_MAINTENANCE,
    State.DEGRADED_PERFORMANCE,
    State.PARTIAL_OUTAGE,
    State.MAJOR_OUTAGE
  };

  private Strip() {}

  static String svg(List<Measured.Day> days, LocalDate today) {
    var svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 90 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    line(svg, days, today);
    for (var state : DRAWN) {
      bars(svg, state, days, today);
    }
    return svg.append("</svg>").toString();
  }

  /** The thin line of quiet days: it runs under the bars and stops at what was not watched. */
  private static void line(StringBuilder svg, List<Measured.Day> days, LocalDate today) {
    var path = new StringBuilder();
    var from = -1;
    var last = -1;
    for (var day : days) {
      var at = place(day, today);
      if (day.tally().worst() == State.UNKNOWN) {
        run(path, from, last);
        from = -1;
      } else if (from < 0) {
        from = at;
      }
      last = at;
    }
    run(path, from, last);
    if (!path.isEmpty()) {
      svg.append("<path d=\"").append(path).append("\"/>");
    }
  }

  private static void run(StringBuilder path, int from, int last) {
    if (from >= 0) {
      path.append('M').append(from).append(" 22h").append(last - from + 1);
    }
  }

  private static void bars(
      StringBuilder svg, State state, List<Measured.Day> days, LocalDate today) {
    var path = new StringBuilder();
    days.stream()
        .filter(day -> day.tally().worst() == state)
        .forEach(day -> path.append('M').append(place(day, today)).append(height(state)));
    if (!path.isEmpty()) {
      svg.append("<path class=\"")
          .append(state.key())
          .append("\" d=\"")
          .append(path)
          .append("\"/>");
    }
  }

  private static int place(Measured.Day day, LocalDate today) {
    return PageModel.DAYS - 1 - (int) ChronoUnit.DAYS.between(day.date(), today);
  }

  private static String height(State state) {
    return switch (state) {
      case OPERATIONAL -> " 22h1";
      case UNKNOWN -> " 13h.9";
      case UNDER_MAINTENANCE -> " 19.5h.9";
      case DEGRADED_PERFORMANCE -> " 17.5h.9";
      case PARTIAL_OUTAGE -> " 15h.9";
      case MAJOR_OUTAGE -> " 12h.9";
    };
  }
}
