package farol.console.now;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Catalog;
import farol.console.ui.Gauge;
import farol.console.ui.PersonChip;
import farol.console.ui.SeverityPlate;
import farol.console.ui.Viewer;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.room.IncidentLine;
import farol.incidents.room.Silence;

/** An incident as one line of what burns: severity, state, commander, and the next word due. */
final class IncidentRow {
  private IncidentRow() {}

  static Div of(IncidentLine incident, Viewer viewer, Catalog catalog) {
    var row =
        new Div(
            state(incident),
            title(incident),
            commander(incident, viewer, catalog),
            viewer.times().age(incident.declaredAt()),
            silence(incident.silence(), viewer));
    row.addClassNames("f-line", "f-burn");
    row.getElement().setAttribute("data-row", true).setAttribute("tabindex", "0");
    return row;
  }

  private static Span state(IncidentLine incident) {
    var word = new Span(incident.state().word());
    word.addClassName(incident.state() == IncidentState.ACTIVE ? "f-strong" : "f-2");
    var state = new Span(new SeverityPlate(number(incident.severity())), word);
    state.addClassName("f-who");
    return state;
  }

  private static int number(IncidentSeverity severity) {
    return switch (severity) {
      case SEV1 -> 1;
      case SEV2 -> 2;
      case SEV3 -> 3;
      case SEV4 -> 4;
      case SEV5 -> 5;
    };
  }

  private static Div title(IncidentLine incident) {
    var link = new Anchor(incident.path().substring(1), incident.title());
    link.addClassNames("f-title", "f-clip");
    var key = new Span(incident.key());
    key.addClassName("f-id");
    var services = new Span(String.join(", ", incident.services()));
    services.addClassName("f-clip");
    var sub = new Div(key, services);
    sub.addClassName("f-sub");
    return new Div(link, sub);
  }

  private static Component commander(IncidentLine incident, Viewer viewer, Catalog catalog) {
    var commander = incident.commander();
    return commander == null
        ? PersonChip.nobody()
        : catalog
            .person(commander.handle())
            .map(person -> PersonChip.of(person, viewer.person().id()))
            .orElseGet(PersonChip::nobody);
  }

  private static Component silence(Silence silence, Viewer viewer) {
    var promised = silence.promisedAt();
    if (!silence.running()) {
      return quiet("last word is out");
    }
    if (promised == null) {
      return quiet(silence.lastWordAt() == null ? "no public word yet" : "no word promised");
    }
    var words = new Span(new Span("Public word due "), viewer.times().countdown(promised));
    return new Gauge(silence.share(viewer.times().now()), words);
  }

  private static Span quiet(String text) {
    var words = new Span(text);
    words.addClassName("f-3");
    return words;
  }
}
