package farol.console.capacity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.capacity.demand.SeriesRow;
import farol.capacity.pool.PoolStatus;
import farol.capacity.pool.Pools;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Gauge;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Tone;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Every pool in one row, least headroom first. */
@PermitAll
@PageTitle("Capacity, Farol")
@Route(value = "capacity", layout = MainLayout.class)
@StyleSheet("context://capacity.css")
class CapacityView extends Page {
  private final transient Pools pools;
  private final transient Viewer viewer;
  private final ViewHead head = new ViewHead("Capacity");
  private final Div content = new Div();

  CapacityView(Pools pools, Viewer viewer, Live live) {
    this.pools = pools;
    this.viewer = viewer;
    add(head, content);
    draw();
    live.on(this, Topic.CAPACITY, this::draw);
  }

  private void draw() {
    var all = pools.all();
    content.removeAll();
    head.fact(Words.plural(all.size(), "pool", "pools"));
    if (all.isEmpty()) {
      content.add(
          new EmptyState(
              "No pool yet.",
              "A pool is the dynos of one size in one region. They appear by themselves once the"
                  + " platform answers."));
      return;
    }
    var sentence = new Paragraph(sentence(all));
    sentence.addClassName("f-sentence");
    var rows = section(new SectionHead("Pools", "least headroom first"));
    all.forEach(status -> rows.add(row(status)));
    content.add(sentence, new SourceLine(all.getFirst().source(), viewer.times()), rows);
  }

  static String sentence(List<PoolStatus> all) {
    var known = all.stream().filter(status -> status.headroom() != null).toList();
    if (known.isEmpty()) {
      return "Headroom is not known yet.";
    }
    var lowest = known.getFirst();
    var headroom = lowest.headroom();
    var short_ = known.stream().filter(CapacityView::isShort).count();
    if (short_ > 0) {
      return "%d of %d pools %s at the highest hour ahead; %s first."
          .formatted(
              short_, all.size(), short_ == 1 ? "is short" : "are short", lowest.pool().key());
    }
    return "No pool runs short; %s is lowest with %s."
        .formatted(lowest.pool().key(), headroom == null ? "no figure" : Rates.left(headroom));
  }

  private static boolean isShort(PoolStatus status) {
    var headroom = status.headroom();
    return headroom != null && headroom.deficit() > 0;
  }

  private static Div row(PoolStatus status) {
    var key = status.pool().key();
    var name = new Anchor("capacity/%s/%s".formatted(key.region(), key.size()), key.toString());
    name.setRouterIgnore(false);
    name.addClassName("f-title");
    var apps = status.apps().stream().map(SeriesRow::slug).collect(Collectors.joining(", "));
    var row =
        new Div(
            new Div(name, sub(apps.isEmpty() ? "no app now" : apps)),
            bar(status),
            end(Words.plural(status.pool().dynos(), "dyno", "dynos"), "now"),
            left(status));
    row.addClassNames("f-line", "c-pool");
    row.getElement().setAttribute("data-row", true);
    return row;
  }

  private static Component bar(PoolStatus status) {
    var headroom = status.headroom();
    if (headroom == null) {
      return new Span(status.sentence());
    }
    var share = headroom.capacity() == 0 ? 1 : headroom.demand() / headroom.capacity();
    return new Gauge(
        share,
        "%s of %s at the highest hour ahead"
            .formatted(Rates.perSecond(headroom.demand()), Rates.perSecond(headroom.capacity())));
  }

  private static Div left(PoolStatus status) {
    var headroom = status.headroom();
    if (headroom == null) {
      return end("", "");
    }
    var end = end("", "");
    end.removeAll();
    var strong = new Element("b");
    strong.setText(Rates.left(headroom));
    if (headroom.deficit() > 0) {
      strong.setAttribute("data-tone", Tone.RED.cssName());
    }
    end.getElement().appendChild(strong);
    if (headroom.afterZone() != null) {
      end.add(sub("%s without a zone".formatted(Rates.percent(headroom.afterZone()))));
    }
    return end;
  }

  private static Div end(String text, String quiet) {
    var end = new Div(new Span(text), sub(quiet));
    end.addClassName("c-end");
    return end;
  }

  private static Span sub(String text) {
    var sub = new Span(text);
    sub.addClassName("c-sub");
    return sub;
  }
}
