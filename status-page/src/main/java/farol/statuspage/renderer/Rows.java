package farol.statuspage.renderer;

import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import java.util.Comparator;

/** The components by group, each with its strip, and under each group its twin in words. */
final class Rows {
  /** Beyond this many components groups fold and show no strips. */
  static final int STRIPS_MAX = 40;

  private static final String FULL = "100.00";

  private final PageModel model;
  private final Moment moment;
  private final Html html;
  private final boolean strips;

  Rows(PageModel model, Moment moment, Html html) {
    this.model = model;
    this.moment = moment;
    this.html = html;
    this.strips = model.components().size() <= STRIPS_MAX;
  }

  void all() {
    html.raw("<h2 id=\"c\">Components</h2>");
    if (model.components().isEmpty()) {
      html.raw("<p class=\"n\">None is listed yet.</p>");
      return;
    }
    if (strips) {
      legend();
    }
    model.groups().forEach(this::group);
  }

  private void legend() {
    html.raw("<p class=\"n\">")
        .raw(moment.aged() ? "Unknown now. Each" : "Now, and each")
        .raw(" of the last 90 days (")
        .raw(Times.date(model.today().minusDays(PageModel.DAYS - 1L)))
        .raw(" to today). Taller is worse. The figure is 90-day uptime: outages count, degraded ")
        .raw("time and maintenance are drawn but not counted. A gap was not watched and is left ")
        .raw("out.</p><p class=\"k\">");
    key("", "M0 22h1", "operational");
    key(" class=\"u\"", "M0 13h1", "unknown");
    key(" class=\"m\"", "M0 19.5h1", "maintenance");
    key(" class=\"d\"", "M0 17.5h1", "degraded");
    key(" class=\"p\"", "M0 15h1", "partial outage");
    key(" class=\"x\"", "M0 12h1", "major outage");
    html.raw("</p>");
  }

  private void key(String marks, String path, String word) {
    html.raw("<span><svg viewBox=\"0 0 1 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
        .raw("<path" + marks + " d=\"" + path + "\"/></svg>" + word + "</span>");
  }

  private void group(GroupView group) {
    var folded = !strips && group.worst() == State.OPERATIONAL;
    html.raw("<section>");
    if (!strips) {
      html.raw(folded ? "<details><summary>" : "<details open><summary>")
          .text(group.name())
          .raw("</summary>");
    }
    html.raw("<div class=\"gh\"><h3>").text(group.name()).raw("</h3><span>");
    sum(group);
    html.raw("</span></div><ul class=\"c\">");
    group.components().stream()
        .filter(view -> !view.component().onlyShowIfDegraded() || view.state() != State.OPERATIONAL)
        .forEach(this::row);
    html.raw("</ul>");
    if (strips) {
      new Twin(model, html).of(group);
    } else {
      html.raw("</details>");
    }
    html.raw("</section>");
  }

  private void sum(GroupView group) {
    if (moment.aged()) {
      html.glyph(State.UNKNOWN).raw("Unknown");
      return;
    }
    var all = group.components().size();
    html.glyph(group.worst());
    if (group.operational() == all) {
      html.raw(all == 1 ? "Operational" : "All " + all + " operational");
    } else {
      html.raw(group.worst().word() + ", " + group.operational() + " of " + all + " operational");
    }
  }

  private void row(ComponentView view) {
    if (moment.aged()) {
      agedRow(view);
      return;
    }
    html.raw("<li data-component=\"" + view.id() + "\" data-state=\"" + view.state().code())
        .raw(view.state() == State.OPERATIONAL ? "\"><b>" : "\" class=b><b>")
        .glyph(view.state())
        .text(view.name())
        .raw("</b><span>" + view.state().word() + "</span>");
    if (view.differs()) {
      html.raw("<span class=\"r\">");
      view.now().regions().stream()
          .sorted(Comparator.comparing(ComponentNow.InRegion::state).reversed())
          .forEach(
              there ->
                  html.raw("<span>")
                      .glyph(there.state())
                      .text(there.region())
                      .raw(": " + there.state().inSentence() + "</span>"));
      html.raw("</span>");
    }
    history(view);
  }

  private void agedRow(ComponentView view) {
    html.raw("<li data-component=\"" + view.id() + "\" data-state=\"unknown\" data-last=\"")
        .raw(view.state().code() + "\"><b>")
        .glyph(State.UNKNOWN)
        .text(view.name())
        .raw("</b><span>Unknown</span><span class=\"r\">last known: ")
        .raw(view.state().inSentence())
        .text(Sentences.place(view.troubledRegions()))
        .raw(", " + Times.clock(model.asOf()).substring(0, 5) + " UTC</span>");
    history(view);
  }

  private void history(ComponentView view) {
    var coverage = view.uptime().coverage();
    if (coverage != null && !coverage.startsWith(FULL)) {
      html.raw("<span class=\"r\"><span>Known for " + coverage + " % of the time</span></span>");
    }
    if (strips) {
      html.raw(Strip.svg(view.uptime().days(), model.today()));
    }
    var percent = view.uptime().percent();
    html.raw("<em>" + (percent == null ? "no data" : percent + " %") + "</em></li>");
  }
}
