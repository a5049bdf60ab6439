package farol.console.oncall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.oncall.OnCallBoard.Lane;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.console.ui.Words;
import java.util.List;

/** What is wrong with the schedules in view: stretches with nobody on call. */
final class Findings {
  private static final int SHOWN_MAX = 20;

  private Findings() {}

  static Div of(List<Lane> lanes, Times times) {
    var section = new Div();
    section.addClassNames("f-section", "f-below");
    var gaps = lanes.stream().mapToLong(lane -> lane.gaps().size()).sum();
    section.setVisible(gaps > 0);
    section.add(new SectionHead(Words.count(gaps, "finding", "findings")));
    lanes.stream()
        .flatMap(
            lane -> lane.gaps().stream().map(gap -> sentence(lane, gap.start(), gap.end(), times)))
        .limit(SHOWN_MAX)
        .forEach(sentence -> section.add(row(sentence)));
    return section;
  }

  private static String sentence(
      Lane lane, java.time.Instant start, java.time.Instant end, Times times) {
    return "%s has nobody from %s to %s".formatted(lane.name(), times.text(start), times.text(end));
  }

  private static Div row(String sentence) {
    var strong = new Span(sentence);
    strong.addClassName("f-strong");
    var sub = new Element("small");
    sub.setAttribute("class", "f-sub");
    sub.setText("An alert in this stretch hands up at once to the next level.");
    var text = new Div(strong);
    text.getElement().appendChild(sub);
    var row = new Div(text);
    row.addClassNames("f-line", "f-item");
    return row;
  }
}
