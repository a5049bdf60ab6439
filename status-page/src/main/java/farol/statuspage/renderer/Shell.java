package farol.statuspage.renderer;

import farol.statuspage.component.State;

/** What every page shares: head, band, footer, script. */
final class Shell {
  private final PageModel model;
  private final Moment moment;
  private final Html html;

  Shell(PageModel model, Moment moment, Html html) {
    this.model = model;
    this.moment = moment;
    this.html = html;
  }

  /** Opens a page with this title; the band follows. */
  void open(String title, String description) {
    html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .text(title)
        .raw("</title>\n<meta name=\"description\" content=\"")
        .text(description)
        .raw("\"><link rel=\"alternate\" type=\"application/atom+xml\" href=\"/history.atom\">")
        .raw("<link rel=\"icon\" href=\"data:,\">\n<style>")
        .raw(Assets.STYLE)
        .raw("</style></head>\n<body data-indicator=\"")
        .raw(moment.aged() ? "unknown" : model.banner().indicator().code())
        .raw("\" data-as-of=\"" + Times.seconds(model.asOf()))
        .raw("\" data-valid-until=\"" + Times.seconds(model.validUntil()))
        .raw("\" data-content=\"" + moment.content())
        .raw("\" data-unknown=\"Unknown – ")
        .text(model.page().name())
        .raw(" status\"")
        .raw(moment.aged() ? " class=\"aged told\">\n" : ">\n");
  }

  /** The band: what the page says in one sentence, how old it is and until when it holds. */
  void band(String sentence) {
    html.raw("<header><nav aria-label=\"Pages\"><b>")
        .raw("<a href=\"/\">")
        .text(model.page().name())
        .raw(" status</a></b><a href=\"/history\">History</a>")
        .raw("<a href=\"/history.atom\">Feed</a></nav>\n");
    if (moment.aged()) {
      aged();
    } else {
      fresh(sentence);
    }
    html.raw("</header>\n<p class=\"v\" role=\"status\" id=\"live\"></p>\n<main>");
  }

  private void aged() {
    headline(State.UNKNOWN, "Unknown since " + Times.clock(model.asOf()).substring(0, 5) + " UTC");
    html.raw("<p>No word from our systems since ");
    asOf(false);
    html.raw(". That does not mean all is well. What stands below is the last known state, ")
        .raw("in words.</p><p class=\"t\">This page asks again by itself; without scripts, ")
        .raw("reload it.</p>");
  }

  private void fresh(String sentence) {
    html.raw("<div class=\"fr\">");
    headline(model.banner().indicator().glyph(), model.banner().sentence());
    html.raw("<p>").raw(sentence).raw("</p><p class=\"t\"><span>As of ");
    asOf(true);
    html.raw(".</span> <span>Valid until <span data-t=\"validUntil\">")
        .raw(Times.clock(model.validUntil()))
        .raw("</span>, unknown after that.</span></p></div><div class=\"ag\"><h1>")
        .glyph(State.UNKNOWN)
        .raw("<span>Unknown since <span data-t=\"asOf\">")
        .raw(Times.clock(model.asOf()))
        .raw("</span> UTC</span></h1><p>No word from our systems since ");
    asOf(false);
    html.raw(". That does not mean all is well. What stands below is the last known state, ")
        .raw("uncoloured.</p></div>");
  }

  private void headline(State glyph, String sentence) {
    html.raw("<h1>").glyph(glyph).raw("<span>").text(sentence).raw("</span></h1>");
  }

  private void asOf(boolean own) {
    html.raw("<time datetime=\"")
        .raw(Times.seconds(model.asOf()))
        .raw(own ? "\" class=\"l\">" : "\">")
        .raw(Times.date(model.asOf()))
        .raw(moment.aged() ? ", <span>" : ", <span data-t=\"asOf\">")
        .raw(Times.clock(model.asOf()))
        .raw("</span> UTC</time>");
  }

  void close() {
    html.raw("</main>\n<footer><p><a href=\"/history\">History</a> ")
        .raw("<a href=\"/history.atom\">Atom</a> <a href=\"/api/v2/summary.json\">API</a> ")
        .raw("<a href=\"/status.json\">status.json</a> <a href=\"/light\">Light</a></p>\n")
        .raw("<p>Served apart from the platform it reports on. Snapshot ")
        .raw(String.valueOf(moment.sequence()))
        .raw(", signed; <a href=\"/manifest.json\">manifest</a></p></footer>\n<script>")
        .raw(Assets.SCRIPT)
        .raw("</script>\n</body></html>");
  }
}
