package farol.console.incidents;

import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.catalog.Person;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.Offer;
import farol.incidents.room.RoomView;
import java.util.Optional;

/** Handing command over: the offer, and its answer with the brief at hand. */
final class OfferDialogs {
  private final RoomServices services;
  private final Runnable redraw;

  OfferDialogs(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
  }

  void offer(RoomView room) {
    var me = services.viewer().person().id();
    var to = People.select("To", services.catalog(), person -> !person.id().equals(me));
    to.setItemLabelGenerator(OfferDialogs::label);
    var note = new TextField("Note");
    note.setMaxLength(Offer.NOTE_MAX);
    note.setWidthFull();
    var still = new Span("Still yours until accepted. The offer ends after 10 minutes.");
    still.addClassName("f-3");
    var dialog =
        new AskDialog(
            "Hand over command",
            "Offer",
            () -> offer(room, to.getValue(), note.getValue()),
            to,
            note,
            still);
    dialog.refusal().field("to", to);
    dialog.open();
  }

  private static String label(Person person) {
    return CommandDesk.isTrained(person) ? person.name() + ", trained" : person.name();
  }

  private void offer(RoomView room, @org.jspecify.annotations.Nullable Person to, String note) {
    if (to == null) {
      throw Refusal.invalid("to", "Name who takes over");
    }
    services
        .command()
        .offer(
            services.viewer().actor(),
            room.incident().id(),
            to.id(),
            note.isBlank() ? null : note.strip(),
            services.viewer().times().now());
    Toast.show("Offered command to %s. Still yours until accepted.".formatted(to.firstName()));
    redraw.run();
  }

  /** The brief as the receiver reads it, and the acceptance. */
  void brief(RoomView room) {
    var offer = Optional.ofNullable(room.offer()).orElseThrow();
    var brief = new Pre(offer.brief());
    brief.addClassName("f-brief");
    var note = new Span(offer.note() == null ? "" : offer.from().firstName() + ": " + offer.note());
    new AskDialog(
            "Take over from %s?".formatted(offer.from().firstName()),
            "Take over",
            () -> accept(room, offer),
            note,
            brief)
        .open();
  }

  private void accept(RoomView room, RoomView.Pending offer) {
    services
        .command()
        .acceptOffer(
            services.viewer().actor(),
            room.incident().id(),
            offer.id(),
            services.viewer().times().now());
    Toast.show("You command %s.".formatted(room.incident().key()));
    redraw.run();
  }

  void refuse(RoomView room) {
    var offer = Optional.ofNullable(room.offer()).orElseThrow();
    var reason = new TextArea("Why");
    reason.setMaxLength(Incident.REASON_MAX);
    reason.setWidthFull();
    new AskDialog(
            "Refuse command?",
            "Refuse",
            () -> {
              services
                  .command()
                  .refuseOffer(
                      services.viewer().actor(),
                      room.incident().id(),
                      offer.id(),
                      reason.getValue().isBlank() ? null : reason.getValue().strip(),
                      services.viewer().times().now());
              redraw.run();
            },
            reason)
        .open();
  }
}
