package farol.console.now;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import java.util.List;

/** The components of the status page as customers read them, by region. */
final class CustomersRead {
  private static final int REGIONS_MAX = 2;

  private CustomersRead() {}

  static Div of(List<ComponentNow> components) {
    if (components.isEmpty()) {
      var none = new Div("The status page has no component yet.");
      none.addClassNames("f-3", "f-padded");
      var empty = new Div(new SectionHead("What customers read"), none);
      empty.addClassName("f-section");
      return empty;
    }
    var regions =
        components.stream()
            .flatMap(now -> now.component().regions().stream())
            .distinct()
            .sorted()
            .limit(REGIONS_MAX)
            .toList();
    var matrix = new Div();
    matrix.addClassName("f-matrix");
    matrix.getStyle().set("grid-template-columns", columns(Math.max(1, regions.size())));
    matrix.add(head(""));
    (regions.isEmpty() ? List.of("everywhere") : regions).forEach(name -> matrix.add(head(name)));
    components.forEach(now -> row(matrix, now, regions));
    var section =
        new Div(new SectionHead("What customers read").link("Page", "status-page"), matrix);
    section.addClassName("f-section");
    return section;
  }

  private static String columns(int regions) {
    return "minmax(0, 1fr)" + " auto".repeat(regions);
  }

  private static void row(Div matrix, ComponentNow now, List<String> regions) {
    var name = new Div(now.component().name());
    name.addClassName("f-clip");
    matrix.add(name);
    if (regions.isEmpty()) {
      matrix.add(new Div(mark(now.state())));
    }
    for (var region : regions) {
      var state =
          now.regions().stream()
              .filter(in -> in.region().equals(region))
              .map(ComponentNow.InRegion::state)
              .findFirst()
              .orElse(now.state());
      matrix.add(new Div(mark(state)));
    }
  }

  private static Div head(String text) {
    var head = new Div(new Span(text));
    head.addClassName("f-mh");
    return head;
  }

  static StateMark mark(State state) {
    return switch (state) {
      case OPERATIONAL -> new StateMark(Mark.OPERATIONAL, "Operational", Tone.GREEN);
      case UNKNOWN -> new StateMark(Mark.UNKNOWN, "Unknown", Tone.GREY).loud();
      case UNDER_MAINTENANCE -> new StateMark(Mark.MAINTENANCE, "Maintenance", Tone.BLUE).loud();
      case DEGRADED_PERFORMANCE -> new StateMark(Mark.DEGRADED, "Degraded", Tone.AMBER).loud();
      case PARTIAL_OUTAGE -> new StateMark(Mark.PARTIAL, "Partial outage", Tone.ORANGE).loud();
      case MAJOR_OUTAGE -> new StateMark(Mark.MAJOR, "Major outage", Tone.RED).loud();
    };
  }
}
