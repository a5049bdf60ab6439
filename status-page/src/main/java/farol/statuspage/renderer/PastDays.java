package farol.statuspage.renderer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The last seven days, newest first, each named, the quiet ones too. */
final class PastDays {
  private static final int DAYS = 7;

  private final PageModel model;
  private final Html html;

  PastDays(PageModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void all() {
    html.raw("<h2>Past 7 days</h2><dl>");
    var today = model.today();
    if (!startedOn(today).stream().allMatch(Told::isOpen)) {
      day(today);
    }
    for (var back = 1; back <= DAYS; back++) {
      day(today.minusDays(back));
    }
    html.raw("</dl>");
  }

  private void day(LocalDate date) {
    html.raw("<dt>" + Times.date(date) + "</dt>");
    var incidents = startedOn(date);
    if (incidents.isEmpty()) {
      html.raw("<dd class=\"n\">No incident reported.</dd>\n");
    }
    incidents.forEach(this::incident);
  }

  void incident(Told told) {
    if (told.isOpen()) {
      html.raw("<dd class=\"n\">")
          .text(told.incident().name())
          .raw(": still open, <a href=\"/i/" + told.id() + "\">see what we know</a>.</dd>\n");
      return;
    }
    var resolvedAt = Objects.requireNonNull(told.incident().resolvedAt());
    html.raw("<dd><a href=\"/i/" + told.id() + "\">")
        .text(told.incident().name())
        .raw("</a><br><span class=\"n\">")
        .glyph(told.worstEver())
        .raw(told.worstEver().word() + ", ")
        .raw(Times.length(Duration.between(told.incident().startedAt(), resolvedAt)))
        .raw(", resolved ")
        .time(resolvedAt)
        .raw("</span></dd>\n");
  }

  List<Told> startedOn(LocalDate date) {
    return model.incidents().stream()
        .filter(
            told ->
                LocalDate.ofInstant(told.incident().startedAt(), model.page().timeZone())
                    .equals(date))
        .toList();
  }
}
