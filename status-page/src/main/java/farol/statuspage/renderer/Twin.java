package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.uptime.Measured;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The strips of a group in words: every disturbed day with its minutes. */
final class Twin {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final PageModel model;
  private final Html html;

  Twin(PageModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void of(GroupView group) {
    html.raw("<details><summary>").text(group.name()).raw(": days in words</summary>");
    var disturbed = new ArrayList<ComponentView>();
    var quiet = new ArrayList<ComponentView>();
    group
        .components()
        .forEach(view -> (days(view.uptime()).isEmpty() ? quiet : disturbed).add(view));
    if (!disturbed.isEmpty()) {
      html.raw("<table><tr><th scope=\"col\">Component<th scope=\"col\">Uptime")
          .raw("<th scope=\"col\">Coverage<th scope=\"col\">Disturbed days");
      disturbed.forEach(this::row);
      html.raw("</table>");
    }
    if (!quiet.isEmpty()) {
      html.raw("<p class=\"n\">Without disturbance: ")
          .text(quiet.stream().map(ComponentView::name).collect(Collectors.joining(", ")))
          .raw(".</p>");
    }
    var components = group.components().size();
    if (components > 1) {
      html.raw("<p class=\"n\">All " + components + " up at once: ")
          .raw(percent(group.allUp().percent()))
          .raw(". Mean: " + percent(mean(group)) + ".</p>");
    }
    html.raw("</details>");
  }

  private void row(ComponentView view) {
    html.raw("<tr><th scope=\"row\">")
        .text(view.name())
        .raw("<td>" + percent(view.uptime().percent()))
        .raw("<td>" + percent(view.uptime().coverage()))
        .raw("<td>" + String.join("; ", days(view.uptime())));
  }

  private static List<String> days(Measured uptime) {
    return uptime.days().stream()
        .filter(day -> day.tally().worst() != State.OPERATIONAL)
        .map(Twin::day)
        .toList();
  }

  private static String day(Measured.Day day) {
    var words = new ArrayList<String>();
    for (var state : State.values()) {
      if (state != State.OPERATIONAL && day.tally().ms(state) > 0) {
        words.addFirst(
            state.inSentence() + " " + Times.length(Duration.ofMillis(day.tally().ms(state))));
      }
    }
    return DAY.format(day.date()) + " " + String.join(", ", words);
  }

  private @Nullable String mean(GroupView group) {
    return Mean.percent(
        group.components().stream().map(ComponentView::uptime).toList(), model.page().places());
  }

  private static String percent(@Nullable String percent) {
    return percent == null ? "no data" : percent + " %";
  }
}
