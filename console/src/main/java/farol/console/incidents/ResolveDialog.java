package farol.console.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import farol.console.ui.AskDialog;
import farol.console.ui.Mark;
import farol.console.ui.Toast;
import farol.console.ui.Tone;
import farol.incidents.command.Blocker;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Transitions;
import farol.incidents.command.Waiver;
import farol.incidents.room.RoomView;
import java.util.ArrayList;
import java.util.List;

/** Resolving: what still stands in the way, each with the act that clears it. */
class ResolveDialog {
  private record Waiving(Blocker blocker, TextField reason) {}

  private final RoomServices services;
  private final RoomView room;
  private final Runnable redraw;
  private final List<Waiving> waiving = new ArrayList<>();
  private final AskDialog dialog;

  ResolveDialog(RoomServices services, RoomView room, Runnable redraw) {
    this.services = services;
    this.room = room;
    this.redraw = redraw;
    var body = new Div();
    body.addClassName("f-blockers");
    if (room.blockers().isEmpty()) {
      body.add(new Span("Nothing stands in the way. A retrospective is drafted at once."));
    }
    room.blockers().forEach(blocker -> body.add(line(blocker)));
    dialog =
        new AskDialog(
            "Resolve %s?".formatted(room.incident().key()), "Resolve", this::resolve, body);
  }

  void open() {
    dialog.open();
  }

  private Div line(Blocker blocker) {
    var text = new Span(blocker.text());
    text.addClassName("f-grow");
    var line = new Div(Mark.WAITING.shape(Tone.AMBER), text, clearing(blocker));
    line.addClassName("f-blocker");
    var whole = new Div(line);
    if (blocker.waivable()) {
      var reason = new TextField();
      reason.setPlaceholder("Or set it aside, because …");
      reason.setAriaLabel("Why this is set aside");
      reason.setHelperText("At least %d characters".formatted(Waiver.REASON_MIN));
      reason.setWidthFull();
      waiving.add(new Waiving(blocker, reason));
      whole.add(reason);
    }
    return whole;
  }

  private Button clearing(Blocker blocker) {
    var button =
        switch (blocker.code()) {
          case Blocker.FINAL_POST_MISSING ->
              new Button(
                  "Write the final post",
                  _ -> {
                    dialog.close();
                    new PostDialog(services, room, redraw).finalWord().open();
                  });
          case Blocker.RUN_UNFINISHED ->
              new Button(
                  "Open the run",
                  _ -> {
                    dialog.close();
                    UI.getCurrentOrThrow().navigate("runs/" + blocker.ref());
                  });
          case String _ -> new Button("Close", _ -> dialog.close());
        };
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  private void resolve() {
    var waivers =
        waiving.stream()
            .filter(line -> !line.reason().getValue().isBlank())
            .map(line -> new Waiver(line.blocker().code(), line.reason().getValue().strip()))
            .toList();
    services
        .transitions()
        .move(
            services.viewer().actor(),
            room.incident().id(),
            new Transitions.Asked(IncidentState.RESOLVED, null, null, waivers),
            services.viewer().times().now());
    Toast.show("Resolved %s. The retrospective is drafted.".formatted(room.incident().key()));
    redraw.run();
  }
}
