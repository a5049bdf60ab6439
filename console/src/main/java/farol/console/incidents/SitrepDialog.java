package farol.console.incidents;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.incidents.command.Sitrep;
import farol.incidents.room.RoomView;
import java.time.Duration;
import java.util.List;

/** A report in a fixed form; what one does not know is left out. */
class SitrepDialog {
  private static final Duration NEXT = Duration.ofMinutes(30);

  private final RoomServices services;
  private final RoomView room;
  private final Runnable redraw;
  private final TextArea impact = area("Impact now", "What customers feel, in a sentence");
  private final TextField hypothesis = field("Hypothesis", "What we think it is");
  private final TextArea doing = area("Doing", "One line for each thing: what, who, until");
  private final TextArea questions = area("Open questions", "One a line");
  private final TextArea needs = area("Needs", "One a line");

  SitrepDialog(RoomServices services, RoomView room, Runnable redraw) {
    this.services = services;
    this.room = room;
    this.redraw = redraw;
    var summary = room.incident().summary();
    if (summary != null) {
      impact.setValue(summary);
    }
  }

  void open() {
    var dialog =
        new AskDialog(
            "Sitrep for %s".formatted(room.incident().key()),
            "File",
            this::file,
            impact,
            hypothesis,
            doing,
            questions,
            needs);
    dialog.refusal().field("impactNow", impact);
    dialog.open();
    impact.focus();
  }

  private void file() {
    if (impact.getValue().isBlank()) {
      throw Refusal.invalid("impactNow", "Say what customers feel");
    }
    services
        .sitreps()
        .file(
            services.viewer().actor(),
            room.incident().id(),
            new Sitrep.Fields(
                impact.getValue().strip(),
                hypothesis.getValue().isBlank() ? null : hypothesis.getValue().strip(),
                lines(doing).stream().map(SitrepDialog::doing).toList(),
                lines(questions),
                lines(needs),
                NEXT),
            services.viewer().times().now());
    Toast.show("Filed the sitrep.");
    redraw.run();
  }

  private static List<String> lines(TextArea area) {
    return area.getValue().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Sitrep.Doing doing(String line) {
    var parts = line.split("\\s*,\\s*", 3);
    return new Sitrep.Doing(
        parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
  }

  private static TextArea area(String label, String helper) {
    var area = new TextArea(label);
    area.setHelperText(helper);
    area.setMaxLength(Sitrep.TEXT_MAX);
    area.setWidthFull();
    return area;
  }

  private static TextField field(String label, String helper) {
    var field = new TextField(label);
    field.setHelperText(helper);
    field.setMaxLength(Sitrep.TEXT_MAX);
    field.setWidthFull();
    return field;
  }
}
