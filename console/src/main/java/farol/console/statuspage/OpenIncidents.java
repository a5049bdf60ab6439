package farol.console.statuspage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.EmptyState;
import farol.console.ui.SectionHead;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.statuspage.component.State;
import farol.statuspage.incident.PublicIncident;
import java.time.Duration;
import java.util.Objects;

/** Open incidents with the countdown to the word that was promised, and the last that ended. */
final class OpenIncidents {
  /** From here on a promise is amber. */
  private static final Duration NEAR = Duration.ofMinutes(5);

  private static final int RESOLVED_SHOWN = 3;
  private static final int NEWEST_ASKED = 50;

  private final Viewer viewer;
  private final Desk desk;

  OpenIncidents(Viewer viewer, Desk desk) {
    this.viewer = viewer;
    this.desk = desk;
  }

  Div section() {
    var open = desk.incidents().open();
    var section =
        new Div(new SectionHead("Open", open.isEmpty() ? "none" : String.valueOf(open.size())));
    section.addClassName("f-section");
    if (open.isEmpty()) {
      section.add(
          new EmptyState(
              "Nothing is wrong and nothing is planned.",
              "When customers should know of something, begin here: n, or New incident."));
    }
    open.forEach(incident -> section.add(line(incident)));
    return section;
  }

  Div resolved() {
    var section = new Div(new SectionHead("Last resolved"));
    section.addClassName("f-section");
    desk.incidents().newest(Long.MAX_VALUE, NEWEST_ASKED).stream()
        .filter(incident -> !incident.isOpen() && incident.isPublic())
        .limit(RESOLVED_SHOWN)
        .forEach(incident -> section.add(ended(incident)));
    return section;
  }

  private Div line(PublicIncident incident) {
    var worst =
        incident.components().stream()
            .map(affected -> affected.state())
            .reduce(State.OPERATIONAL, State::worse);
    var line = new Div(Shown.of(worst), named(incident, about(incident)), promise(incident));
    line.addClassNames("f-line", "f-word");
    line.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    if (isOverdue(incident)) {
      line.getElement().setAttribute("data-burning", true);
    }
    line.add(post(incident));
    return line;
  }

  private String about(PublicIncident incident) {
    var status = incident.status();
    var told = status == null ? "Not public yet" : status.word();
    var hit = desk.hit(incident);
    var practice = incident.kind() == PublicIncident.Kind.EXERCISE ? "Exercise, " : "";
    return practice + told + (hit.isEmpty() ? ", every component works" : ", " + hit);
  }

  private Div named(PublicIncident incident, String about) {
    var title = new Anchor(PublicIncidentNavigation.path(incident.id()), incident.name());
    title.setRouterIgnore(false);
    title.addClassNames("f-title", "f-clip");
    var sub = new Span(about);
    sub.addClassName("f-sub");
    return new Div(title, sub);
  }

  private Component promise(PublicIncident incident) {
    var due = incident.nextUpdateAt();
    if (due == null) {
      return new Span();
    }
    var words = new Span(isOverdue(incident) ? "update overdue " : "next update ");
    var countdown = viewer.times().countdown(due);
    if (isOverdue(incident)) {
      Tone.RED.on(countdown);
    } else if (Duration.between(viewer.times().now(), due).compareTo(NEAR) <= 0) {
      Tone.AMBER.on(countdown);
    }
    countdown.addClassName("f-toned");
    return new Span(words, countdown);
  }

  private boolean isOverdue(PublicIncident incident) {
    var due = incident.nextUpdateAt();
    return due != null && viewer.times().now().isAfter(due);
  }

  private static Button post(PublicIncident incident) {
    var post = new Button("Post update", _ -> PublicIncidentNavigation.post(incident.id()));
    post.addThemeVariants(ButtonVariant.SMALL);
    return post;
  }

  private Div ended(PublicIncident incident) {
    var at = Objects.requireNonNull(incident.resolvedAt());
    var lasted = Duration.between(incident.startedAt(), at);
    var line =
        new Div(
            named(incident, incident.impact().word() + " impact, " + Words.duration(lasted)),
            viewer.times().at(at));
    line.addClassNames("f-line", "f-item");
    line.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    return line;
  }
}
