package farol.console.alerts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory.LadderLine;
import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.catalog.Catalog;
import farol.console.ui.Ladder;
import farol.console.ui.Ladder.Message;
import farol.console.ui.Ladder.Rung;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.console.ui.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ladder of an alert as rungs: whom each level meant, what was sent, and what comes next. */
@Component
class LadderRungs {
  private final Catalog catalog;
  private final RungsToCome toCome;

  LadderRungs(Catalog catalog, RungsToCome toCome) {
    this.catalog = catalog;
    this.toCome = toCome;
  }

  Div section(AlertDetail alert, Viewer viewer) {
    var ladder = alert.ladder();
    var section = new Div(new SectionHead("Ladder", fact(ladder)));
    section.addClassNames("f-section", "f-laddersection");
    var rungs = rungs(alert, viewer);
    if (rungs.isEmpty()) {
      var nobody = new Span(ladder == null ? "Nobody was paged." : "Nobody was paged yet.");
      nobody.addClassName("f-3");
      section.add(nobody);
    } else {
      section.add(new Ladder(rungs));
    }
    return section;
  }

  private static String fact(@Nullable LadderLine ladder) {
    return ladder == null
        ? "none under way"
        : "%s, pass %d".formatted(ladder.policy(), ladder.pass());
  }

  private List<Rung> rungs(AlertDetail alert, Viewer viewer) {
    var byLevel = new TreeMap<String, List<PageLine>>();
    for (var page : alert.pages()) {
      byLevel.computeIfAbsent(order(page), _ -> new ArrayList<>()).add(page);
    }
    var ladder = alert.state() == AlertState.TRIGGERED ? alert.ladder() : null;
    var rungs = new ArrayList<Rung>();
    byLevel.values().forEach(pages -> rungs.add(rung(pages, ladder, viewer)));
    rungs.addAll(toCome.of(alert, viewer.times()));
    return rungs;
  }

  private static String order(PageLine page) {
    return "%05d %05d".formatted(page.pass(), page.level());
  }

  private Rung rung(List<PageLine> pages, @Nullable LadderLine ladder, Viewer viewer) {
    var first = pages.getFirst();
    var current =
        ladder != null && ladder.pass() == first.pass() && ladder.level() == first.level();
    var messages = pages.stream().map(page -> message(page, pages, viewer)).toList();
    return new Rung(
        first.level(),
        people(pages, viewer),
        target(first) + (first.pass() > 1 ? ", pass " + first.pass() : ""),
        current,
        messages,
        new Span());
  }

  private String people(List<PageLine> pages, Viewer viewer) {
    var names =
        pages.stream()
            .map(PageLine::person)
            .distinct()
            .map(handle -> name(handle, viewer))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nobody" : names;
  }

  private String name(@Nullable String handle, Viewer viewer) {
    return handle == null
        ? "nobody"
        : catalog
            .person(handle)
            .map(person -> PersonChip.nameFor(person, viewer.person().id()))
            .orElse(handle);
  }

  private Message message(PageLine page, List<PageLine> all, Viewer viewer) {
    var several = all.stream().map(PageLine::person).distinct().count() > 1;
    var channel =
        page.channel() == null
            ? "no way to reach"
            : CHANNELS.getOrDefault(page.channel(), page.channel());
    var to = several ? ", " + name(page.person(), viewer) : "";
    return new Message(
        viewer.times().atSecond(page.acceptedAt()), channel + to, fate(page, viewer.times()));
  }

  private static final Map<String, String> CHANNELS =
      Map.of("EMAIL", "Mail", "WEBHOOK", "Webhook", "BROWSER", "Browser");

  private static Span fate(PageLine page, Times times) {
    var again = page.possibleDuplicate() ? ", maybe again" : "";
    var observed = page.observedAt();
    if (observed != null) {
      return Ladder.fate(Ladder.Tick.SEEN, "seen " + times.seconds(observed));
    }
    var sent = page.sentAt();
    if (sent != null) {
      return Ladder.fate(Ladder.Tick.SENT, "sent " + times.seconds(sent) + again);
    }
    var reason = page.reason();
    var state = page.state().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Ladder.fate(Ladder.Tick.NONE, reason == null ? state : state + ", " + reason);
  }

  private static String target(PageLine page) {
    return page.target().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
