package farol.console.now;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Person;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.room.IncidentLine;
import farol.incidents.room.ReviewPage.Promise;
import farol.incidents.room.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is late: public words that were promised, and action items past their day. */
record Overdue(String title, String late, String who, boolean mine, Duration by, String path) {
  static final int SHOWN_MAX = 6;

  /** The viewer's own first, then the latest first. */
  static List<Overdue> of(List<IncidentLine> incidents, List<Promise> promises, Viewer viewer) {
    var now = viewer.times().now();
    var late = new ArrayList<Overdue>();
    for (var incident : incidents) {
      if (incident.silence().mood(now) == Silence.Mood.DUE) {
        late.add(word(incident, now, viewer));
      }
    }
    promises.stream().filter(Promise::overdue).forEach(p -> late.add(action(p, now, viewer)));
    return late.stream()
        .sorted(
            Comparator.comparing(Overdue::mine)
                .reversed()
                .thenComparing(Comparator.comparing(Overdue::by).reversed()))
        .toList();
  }

  private static Overdue word(IncidentLine incident, Instant now, Viewer viewer) {
    var promised = incident.silence().promisedAt();
    var by = promised == null ? Duration.ZERO : Duration.between(promised, now);
    var commander = incident.commander();
    var mine = commander != null && commander.handle().equals(viewer.person().handle());
    return new Overdue(
        "Public word on " + incident.title(),
        Words.duration(by) + " late",
        "%s, %s".formatted(incident.key(), commander == null ? "nobody" : commander.name()),
        mine,
        by,
        incident.path().substring(1));
  }

  private static Overdue action(Promise promise, Instant now, Viewer viewer) {
    var owner = promise.owner();
    var zone = owner == null ? viewer.times().zone() : owner.zone();
    var days = ChronoUnit.DAYS.between(promise.action().due(), LocalDate.ofInstant(now, zone));
    return new Overdue(
        promise.action().title(),
        "%d d late".formatted(days),
        "action item %s, %s".formatted(promise.action().priority(), name(owner, viewer)),
        owner != null && viewer.is(owner),
        Duration.ofDays(days),
        "incidents/%d/retrospective".formatted(promise.incident().number()));
  }

  private static String name(@Nullable Person owner, Viewer viewer) {
    return owner == null ? "nobody" : PersonChip.nameFor(owner, viewer.person().id());
  }

  static Div section(List<Overdue> late) {
    var head =
        new SectionHead("Overdue", late.isEmpty() ? "nothing" : late.size() + ", yours first");
    var section = new Div(head);
    section.addClassName("f-section");
    if (late.isEmpty()) {
      var none = new Div("Every promise is kept so far.");
      none.addClassNames("f-3", "f-padded");
      section.add(none);
    }
    late.stream().limit(SHOWN_MAX).forEach(item -> section.add(item.row()));
    return section;
  }

  private Div row() {
    var link = new Anchor(path, title);
    link.addClassNames("f-title", "f-strong");
    var lateness = new Element("b");
    lateness.setText(late);
    lateness.setAttribute("class", "f-late");
    var sub = new Element("small");
    sub.setAttribute("class", "f-sub");
    sub.appendChild(lateness, Element.createText(" \u00b7 " + who));
    var text = new Div(link);
    text.getElement().appendChild(sub);
    var row = new Div(text, new Span());
    row.addClassNames("f-line", "f-item");
    row.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    return row;
  }
}
