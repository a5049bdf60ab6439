package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.incident.Post;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The HTML pages: the page itself, an incident, a month of history. */
final class Pages {
  private Pages() {}

  /** The page everybody asks for. */
  static String index(PageModel model, Moment moment) {
    var html = new Html(model.page().timeZone());
    var shell = new Shell(model, moment, html);
    shell.open(title(model, moment), Sentences.plain(model));
    shell.band(Sentences.linked(model));
    new Cards(model, moment, html).open();
    new Rows(model, moment, html).all();
    new PastDays(model, html).all();
    shell.close();
    return html.toString();
  }

  private static String title(PageModel model, Moment moment) {
    return "%s – %s status"
        .formatted(moment.aged() ? "Unknown" : model.banner().sentence(), model.page().name());
  }

  /** One incident with every post, newest first. */
  static String incident(PageModel model, Moment moment, Told told) {
    var html = new Html(model.page().timeZone());
    var shell = new Shell(model, moment, html);
    shell.open(
        told.incident().name() + " – " + model.page().name() + " status", told.newest().body());
    shell.band(Sentences.linked(model));
    var cards = new Cards(model, moment, html);
    html.raw("<h2>").text(told.incident().name()).raw("</h2>");
    cards.start(told);
    html.raw("<h3>").raw(told.status().word()).raw("</h3>");
    cards.facts(told);
    html.raw("<p class=\"h\">First told ").time(Told.at(told.posts().getLast())).raw("</p>");
    if (told.isOpen()) {
      cards.affected(told.incident().components());
      cards.promise(told);
    } else {
      html.raw("<p class=\"h\">Lasted ").raw(lasted(told)).raw("</p>");
    }
    html.raw("</article><h2>Updates</h2>");
    for (var post : told.posts()) {
      post(model, html, cards, post);
    }
    shell.close();
    return html.toString();
  }

  private static String lasted(Told told) {
    return Times.length(
        Duration.between(
            told.incident().startedAt(), Objects.requireNonNull(told.incident().resolvedAt())));
  }

  private static void post(PageModel model, Html html, Cards cards, Post post) {
    html.raw("<article id=\"" + post.id() + "\">");
    cards.line(post);
    html.raw("<p class=\"w\">").text(post.body()).raw("</p>");
    if (!post.changes().isEmpty()) {
      html.raw("<ul class=\"a\">");
      for (var change : post.changes()) {
        html.raw("<li>")
            .glyph(change.now())
            .text(model.componentName(change.id()))
            .raw(" went from " + change.was().inSentence() + " to " + change.now().inSentence())
            .raw("</li>");
      }
      html.raw("</ul>");
    }
    html.raw("</article>");
  }

  /** A month of incidents: how many promises were kept, then each incident by its day. */
  static String month(PageModel model, Moment moment, YearMonth month, List<YearMonth> months) {
    var html = new Html(model.page().timeZone());
    var shell = new Shell(model, moment, html);
    shell.open(
        "%s – %s status".formatted(name(month), model.page().name()),
        "What happened in " + name(month));
    shell.band(Sentences.linked(model));
    html.raw("<h2>History, ").raw(name(month)).raw("</h2>");
    var kept = Promises.of(model.incidents(), model.asOf());
    html.raw("<p class=\"n\">" + kept.sentence() + "</p><dl>");
    var days = new PastDays(model, html);
    var quiet = 0;
    var last = month.equals(YearMonth.from(model.today())) ? model.today() : month.atEndOfMonth();
    for (var day = last; !day.isBefore(month.atDay(1)); day = day.minusDays(1)) {
      var started = days.startedOn(day);
      if (started.isEmpty()) {
        quiet++;
        continue;
      }
      html.raw("<dt>" + Times.date(day) + "</dt>");
      started.forEach(days::incident);
    }
    html.raw("</dl><p class=\"n\">" + quiet + " days without an incident.</p><p>");
    html.raw(
        months.stream()
            .filter(other -> !other.equals(month))
            .map(other -> "<a href=\"/history/%s\">%s</a>".formatted(other, name(other)))
            .collect(Collectors.joining(" · ")));
    html.raw("</p>");
    shell.close();
    return html.toString();
  }

  private static String name(YearMonth month) {
    return month
            .getMonth()
            .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
        + " "
        + month.getYear();
  }

  /** The worst state of a list of leaves, for a badge. */
  static State worst(PageModel model) {
    return model.components().stream()
        .map(ComponentView::state)
        .reduce(State.OPERATIONAL, State::worse);
  }
}
