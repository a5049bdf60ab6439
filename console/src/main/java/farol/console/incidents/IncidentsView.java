package farol.console.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Role;
import farol.console.frame.Declares;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.IncidentLine;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Open incidents on top, with who commands and how long customers heard nothing; then the past. */
@PermitAll
@PageTitle("Incidents, Farol")
@Route(value = "incidents", layout = MainLayout.class)
class IncidentsView extends Page {
  private static final int ENDED_SHOWN = 100;

  private final transient Viewer viewer;
  private final transient IncidentBoard board;
  private final ViewHead head = new ViewHead("Incidents");
  private final TextField filter = new TextField();
  private final Div lists = stack();

  IncidentsView(Viewer viewer, IncidentBoard board, Declares declares, Live live) {
    this.viewer = viewer;
    this.board = board;
    filter.setPlaceholder("Filter");
    filter.setAriaLabel("Filter incidents");
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addClassName("f-desk");
    filter.getElement().setAttribute("data-filter", true);
    filter.addValueChangeListener(_ -> draw());
    head.acts(filter, declare(declares));
    add(head, lists);
    draw();
    live.on(this, Topic.INCIDENTS, this::draw);
    live.on(this, Topic.STATUS_PAGE, this::draw);
  }

  private Button declare(Declares declares) {
    var button =
        new Button("Declare", _ -> declares.open(UI.getCurrentOrThrow(), Optional.empty()));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setVisible(viewer.actor().may(Role.RESPONDER));
    return Keys.on(button, "d");
  }

  private void draw() {
    var open = board.open();
    var ended = board.ended(ENDED_SHOWN);
    head.fact(open.isEmpty() ? "Nothing is open" : Words.plural(open.size(), "open", "open"));
    lists.removeAll();
    lists.add(section("Open", fitting(open), empty()));
    lists.add(
        section(
            "Past",
            fitting(ended),
            new EmptyState("Nothing here yet.", "Incidents that are over are kept here.")));
  }

  private static EmptyState empty() {
    return new EmptyState(
        "No incident is open.",
        "Declare one when several people must work on the same trouble: press d.");
  }

  private List<IncidentLine> fitting(List<IncidentLine> lines) {
    var wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
    return lines.stream().filter(line -> text(line).contains(wanted)).toList();
  }

  private static String text(IncidentLine line) {
    var commander = line.commander() == null ? "" : line.commander().name();
    return "%s %s %s %s %s"
        .formatted(
            line.key(), line.title(), line.severity(), String.join(" ", line.services()), commander)
        .toLowerCase(Locale.ROOT);
  }

  private Div section(String title, List<IncidentLine> lines, EmptyState empty) {
    var section = section(new SectionHead(title, lines.isEmpty() ? "" : "" + lines.size()));
    if (lines.isEmpty()) {
      section.add(empty);
    }
    lines.forEach(line -> section.add(new IncidentRow(line, viewer)));
    return section;
  }
}
