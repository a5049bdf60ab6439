package farol.console.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertSummary;
import farol.console.frame.Declares;
import farol.console.ui.AskDialog;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Viewer;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Declaration;
import farol.incidents.command.DeclareDesk;
import farol.incidents.command.Incident;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.IncidentLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one dialog that declares an incident, reachable from every view. */
@Component
class DeclareDialog implements Declares {
  private static final int OPEN_SHOWN = 4;

  private final DeclareDesk desk;
  private final IncidentBoard board;
  private final AlertLinks alerts;
  private final Viewer viewer;

  DeclareDialog(DeclareDesk desk, IncidentBoard board, AlertLinks alerts, Viewer viewer) {
    this.desk = desk;
    this.board = board;
    this.alerts = alerts;
    this.viewer = viewer;
  }

  @Override
  public void open(UI ui, Optional<AlertId> alert) {
    var title = new TextField("What is wrong");
    title.setMaxLength(Incident.TITLE_MAX);
    title.setHelperText("As customers would say it");
    title.setWidthFull();
    alert.flatMap(alerts::alert).map(AlertSummary::summary).ifPresent(title::setValue);
    var pad = new SeverityPad();
    var command = new Checkbox("I take command", true);
    command.setHelperText(hint());
    var dialog =
        new AskDialog(
            "Declare an incident",
            "Declare",
            () -> declare(ui, title.getValue(), pad, command.getValue(), alert),
            title,
            labelled(pad),
            command,
            open(alert));
    dialog.refusal().field("title", title);
    dialog.open();
    title.focus();
  }

  private String hint() {
    return CommandDesk.isTrained(viewer.person())
        ? "Otherwise a commander is paged for SEV1 and SEV2"
        : "You act until a trained commander takes over; for SEV1 and SEV2 one is paged";
  }

  private static Div labelled(SeverityPad pad) {
    var hint = new Span("Unsure? Take the higher one, and lower it later.");
    hint.addClassName("f-3");
    return new Div(pad, hint);
  }

  private void declare(
      UI ui, String title, SeverityPad pad, boolean takeCommand, Optional<AlertId> alert) {
    var declared =
        desk.declare(
            viewer.actor(),
            new Declaration(
                title.isBlank() ? null : title.strip(),
                pad.value(),
                null,
                alert.stream().toList(),
                List.of(),
                takeCommand,
                null,
                Map.of()),
            viewer.times().now());
    Toast.show(
        takeCommand
            ? "Declared %s. You have command.".formatted(declared.key())
            : "Declared %s.".formatted(declared.key()));
    ui.navigate("incidents/" + declared.number());
  }

  /** What is open already, to join instead of declaring the same thing twice. */
  private Div open(Optional<AlertId> alert) {
    var section = new Div();
    var lines = board.open();
    section.setVisible(!lines.isEmpty());
    section.addClassName("f-section");
    section.add(new SectionHead("Open already", "join instead"));
    lines.stream().limit(OPEN_SHOWN).forEach(line -> section.add(join(line, alert)));
    return section;
  }

  private Div join(IncidentLine line, Optional<AlertId> alert) {
    var link = new Anchor(line.path().substring(1), line.title());
    link.setRouterIgnore(false);
    link.addClassNames("f-link", "f-grow");
    alert.ifPresent(
        id ->
            link.getElement()
                .addEventListener(
                    "click",
                    _ -> desk.link(viewer.actor(), line.id(), List.of(id), viewer.times().now())));
    var row = new Div(Sev.plate(line.severity(), line.state()), link);
    row.addClassName("f-join");
    return row;
  }
}
