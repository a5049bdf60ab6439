package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Role;
import farol.console.ui.Mark;
import farol.console.ui.RefusalLine;
import farol.console.ui.Tone;
import farol.incidents.room.RoomView;
import java.time.Instant;

/** What is due now, over the composer: a commander, an answer to an offer, a word to customers. */
class RoomTray extends Div {
  private final transient RoomServices services;
  private final transient Runnable redraw;
  private final RefusalLine refusal = new RefusalLine();

  RoomTray(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    addClassName("f-trays");
  }

  void show(RoomView room) {
    removeAll();
    if (!room.incident().state().open()) {
      return;
    }
    if (room.commander() == null) {
      add(nobody(room));
    }
    if (room.offer() != null) {
      add(offered(room, room.offer()));
    }
    if (room.silence().running() && room.silence().promisedAt() != null) {
      promised(room, room.silence().promisedAt());
    }
    add(refusal);
  }

  private Div nobody(RoomView room) {
    var asked =
        room.askingForCommander()
            ? "Nobody commands yet. A trained commander is being paged."
            : "Nobody commands yet.";
    var line = line(Tone.RED, Mark.TRIGGERED, asked);
    if (services.viewer().actor().may(Role.RESPONDER)) {
      var take = primary("Take command", () -> accept(room));
      take.addClassName("f-phone");
      line.add(take);
    }
    return line;
  }

  private void accept(RoomView room) {
    var viewer = services.viewer();
    if (refusal.attempt(
        () ->
            services
                .command()
                .accept(viewer.actor(), room.incident().id(), viewer.times().now()))) {
      redraw.run();
    }
  }

  private Div offered(RoomView room, RoomView.Pending offer) {
    var from = offer.from().firstName();
    var line =
        line(
            Tone.BLUE,
            Mark.WAITING,
            "%s offered command to %s. Still %s's until accepted."
                .formatted(from, offer.to().firstName(), from));
    if (services.viewer().is(offer.to())) {
      var read = primary("Read the brief", () -> new OfferDialogs(services, redraw).brief(room));
      read.addClassName("f-phone");
      line.add(read);
    }
    return line;
  }

  private void promised(RoomView room, Instant at) {
    var clock = services.viewer().times().text(at);
    switch (room.silence().mood(services.viewer().times().now())) {
      case QUIET -> {}
      case NEAR -> add(word(room, Tone.AMBER, "Customers expect a word by %s.".formatted(clock)));
      case DUE ->
          add(word(room, Tone.RED, "Customers were promised a word by %s.".formatted(clock)));
    }
  }

  private Div word(RoomView room, Tone tone, String sentence) {
    var line = line(tone, Mark.WAITING, sentence);
    if (services.viewer().actor().may(Role.RESPONDER)) {
      line.add(primary("Write it", () -> new PostDialog(services, room, redraw).open()));
    }
    return line;
  }

  private static Button primary(String word, Runnable act) {
    var button = new Button(word, _ -> act.run());
    button.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
    return button;
  }

  private static Div line(Tone tone, Mark mark, String sentence) {
    var text = new Span(sentence);
    text.addClassName("f-grow");
    var line = new Div(mark.shape(tone), text);
    line.addClassName("f-tray");
    tone.on(line);
    return line;
  }
}
