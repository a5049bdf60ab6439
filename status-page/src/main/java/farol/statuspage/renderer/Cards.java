package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.incident.Affected;
import farol.statuspage.incident.Impact;
import farol.statuspage.incident.Post;
import java.time.Instant;
import java.util.List;

/** Incidents as cards: what is hit, the newest word, the promise, and what was said before. */
final class Cards {
  /** Beyond this the newest text is cut, with a link to the rest. */
  static final int TEXT_SHOWN = 1_200;

  /** Older posts are shown whole while all of them together stay below this. */
  static final int OLDER_SHOWN = 1_200;

  private final PageModel model;
  private final Moment moment;
  private final Html html;

  Cards(PageModel model, Moment moment, Html html) {
    this.model = model;
    this.moment = moment;
    this.html = html;
  }

  void open() {
    var open = model.open();
    if (open.isEmpty()) {
      return;
    }
    html.raw(
        moment.aged() ? "<h2>Last known incidents</h2>" : "<h2 class=\"v\">Open incidents</h2>");
    open.forEach(this::card);
  }

  private void card(Told told) {
    start(told);
    html.raw("\n<h3><a href=\"/i/" + told.id() + "\">")
        .text(told.incident().name())
        .raw("</a></h3>\n");
    facts(told);
    affected(told.incident().components());
    line(told.newest());
    text(told);
    promise(told);
    older(told);
    html.raw("</article>");
  }

  /** Opens the article of an incident with the marks that machines read. */
  void start(Told told) {
    var overdue = !moment.aged() && told.overdueSince(model.asOf()) != null;
    html.raw("<article data-incident=\"" + told.id())
        .raw("\" data-overdue=\"" + overdue + "\" class=\"")
        .raw(told.worstNow().key())
        .raw("\">");
  }

  void facts(Told told) {
    var impact = told.incident().impact();
    html.raw("<p class=\"h\">")
        .raw(impact == Impact.NONE ? "No impact" : impact.word() + " impact")
        .raw(" since ")
        .time(told.incident().startedAt())
        .raw("</p>\n");
  }

  void affected(List<Affected> components) {
    if (components.isEmpty()) {
      return;
    }
    if (components.size() == model.components().size() && components.size() > 2) {
      var states = components.stream().map(Affected::state).distinct().toList();
      if (states.size() == 1) {
        html.raw("<ul class=\"a\"><li>").glyph(states.getFirst());
        html.raw("All " + components.size() + " components: ")
            .raw(states.getFirst().inSentence())
            .raw("</li></ul>\n");
        return;
      }
    }
    html.raw("<ul class=\"a\">");
    components.forEach(this::affected);
    html.raw("</ul>\n");
  }

  private void affected(Affected component) {
    html.raw("<li>")
        .glyph(component.state())
        .text(model.componentName(component.id()))
        .text(where(component))
        .raw(": " + component.state().inSentence() + "</li>");
  }

  private String where(Affected component) {
    return model.components().stream()
        .filter(view -> view.id().equals(component.id()))
        .filter(view -> component.state() != State.OPERATIONAL)
        .map(ComponentView::troubledRegions)
        .filter(regions -> !regions.isEmpty())
        .map(regions -> " (" + String.join(", ", regions) + ")")
        .findFirst()
        .orElse("");
  }

  /** Status and time of a post. */
  void line(Post post) {
    html.raw("<p class=\"h\"><b>" + post.status().word() + "</b> ").time(Told.at(post));
    Instant edited = post.editedAt();
    if (edited != null) {
      html.raw(", edited ").raw(Times.clock(edited).substring(0, 5)).raw(" UTC");
    }
    html.raw("</p>\n");
  }

  private void text(Told told) {
    var body = told.newest().body();
    html.raw("<p class=\"w\">");
    if (body.length() <= TEXT_SHOWN) {
      html.text(body).raw("</p>\n");
    } else {
      html.text(body.substring(0, TEXT_SHOWN))
          .raw("… <a href=\"/i/" + told.id() + "\">Read on</a></p>\n");
    }
  }

  void promise(Told told) {
    var promised = told.incident().nextUpdateAt();
    if (promised == null) {
      return;
    }
    if (moment.aged()) {
      html.raw("<p class=\"nx\">The last promise was an update by ").time(promised).raw("</p>\n");
    } else if (told.overdueSince(model.asOf()) != null) {
      html.raw("<p class=\"od\"><span>Update overdue since ")
          .time(promised)
          .raw(". We promised one by then.</span></p>\n");
    } else {
      html.raw("<p class=\"nx\">Next update by ").ownTime(promised).raw("</p>\n");
    }
  }

  private void older(Told told) {
    var older = told.posts().subList(1, told.posts().size());
    if (older.isEmpty()) {
      return;
    }
    var count = older.size() == 1 ? "1 earlier update" : older.size() + " earlier updates";
    if (older.stream().mapToInt(post -> post.body().length()).sum() > OLDER_SHOWN) {
      html.raw("<p><a href=\"/i/" + told.id() + "\">" + count + "</a></p>");
      return;
    }
    html.raw("<details><summary>" + count + "</summary><ol>");
    for (var post : older) {
      html.raw("<li>");
      line(post);
      html.raw("<p class=\"w\">").text(post.body()).raw("</p></li>");
    }
    html.raw("</ol></details>");
  }
}
