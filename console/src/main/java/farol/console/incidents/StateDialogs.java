package farol.console.incidents;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentQuery;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Transitions;
import farol.incidents.room.RoomView;
import java.util.List;

/** Moves that need a reason. */
final class StateDialogs {
  private final RoomServices services;
  private final Runnable redraw;

  StateDialogs(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
  }

  void severity(RoomView room) {
    var incident = room.incident();
    var severity = new RadioButtonGroup<IncidentSeverity>("Severity");
    severity.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
    severity.setItems(IncidentSeverity.values());
    severity.setValue(incident.severity());
    severity.setHelperText("Unsure? Take the higher one, and lower it later.");
    var reason = reason();
    var dialog =
        new AskDialog(
            "Change the severity of %s".formatted(incident.key()),
            "Change",
            () -> {
              services
                  .incidents()
                  .severity(
                      services.viewer().actor(),
                      incident.id(),
                      severity.getValue(),
                      text(reason),
                      services.viewer().times().now());
              Toast.show("%s is %s.".formatted(incident.key(), severity.getValue()));
              redraw.run();
            },
            severity,
            reason);
    dialog.refusal().field("reason", reason);
    dialog.open();
  }

  void reopen(RoomView room) {
    ask(room, "Reopen %s? You take command.", "Reopen", IncidentState.ACTIVE);
  }

  void backToActive(RoomView room) {
    ask(room, "Is %s hurting customers again?", "Back to active", IncidentState.ACTIVE);
  }

  void decline(RoomView room) {
    ask(room, "Decline %s?", "Decline", IncidentState.DECLINED);
  }

  void cancel(RoomView room) {
    ask(room, "Cancel %s?", "Cancel the incident", IncidentState.CANCELLED);
  }

  /** Merges into another open incident, which then goes on alone. */
  void merge(RoomView room) {
    var incident = room.incident();
    var into = new ComboBox<Incident>("Into");
    into.setItems(
        services.incidents().list(IncidentQuery.open()).stream()
            .filter(other -> !other.id().equals(incident.id()))
            .toList());
    into.setItemLabelGenerator(other -> other.key() + " " + other.title());
    into.setWidthFull();
    var dialog =
        new AskDialog(
            "Merge %s into another incident?".formatted(incident.key()),
            "Merge",
            () -> {
              if (into.getValue() == null) {
                throw Refusal.invalid("into", "Choose the incident that goes on");
              }
              services
                  .transitions()
                  .move(
                      services.viewer().actor(),
                      incident.id(),
                      new Transitions.Asked(
                          IncidentState.MERGED, null, into.getValue().id(), List.of()),
                      services.viewer().times().now());
              Toast.show("%s is part of %s.".formatted(incident.key(), into.getValue().key()));
              redraw.run();
            },
            into);
    dialog.refusal().field("into", into);
    dialog.open();
  }

  private void ask(RoomView room, String question, String verb, IncidentState to) {
    var incident = room.incident();
    var reason = reason();
    var dialog =
        new AskDialog(
            question.formatted(incident.key()),
            verb,
            () -> {
              services
                  .transitions()
                  .move(
                      services.viewer().actor(),
                      incident.id(),
                      Transitions.Asked.to(to, text(reason)),
                      services.viewer().times().now());
              Toast.show(
                  "%s is %s."
                      .formatted(incident.key(), to.word().toLowerCase(java.util.Locale.ROOT)));
              redraw.run();
            },
            reason);
    dialog.refusal().field("reason", reason);
    dialog.open();
  }

  private static TextArea reason() {
    var reason = new TextArea("Why");
    reason.setMaxLength(Incident.REASON_MAX);
    reason.setWidthFull();
    return reason;
  }

  private static String text(TextArea reason) {
    if (reason.getValue().isBlank()) {
      throw Refusal.invalid("reason", "Say why in a sentence");
    }
    return reason.getValue().strip();
  }
}
