package farol.console.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import farol.alerting.catalog.Role;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import farol.console.ui.RefusalLine;
import farol.console.ui.Toast;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Transitions;
import farol.incidents.room.RoomView;

/** What the viewer may do next in a room: one loud act, a few quiet ones, the rest in a menu. */
class RoomActs extends Div {
  private final transient RoomServices services;
  private final Runnable redraw;
  private final RefusalLine refusal = new RefusalLine();

  RoomActs(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    addClassName("f-roomacts");
  }

  void show(RoomView room) {
    removeAll();
    if (!services.viewer().actor().may(Role.RESPONDER)) {
      return;
    }
    switch (room.incident().state()) {
      case TRIAGE -> triage(room);
      case ACTIVE, MITIGATED -> open(room);
      case RESOLVED, IN_REVIEW, CLOSED -> over(room);
      case DECLINED, CANCELLED, MERGED -> {}
    }
    add(refusal);
  }

  private void triage(RoomView room) {
    add(button("Post", "p", () -> new PostDialog(services, room, redraw).open()));
    add(primary(button("Take command", "a", () -> accept(room))));
    add(more(room));
  }

  private void open(RoomView room) {
    var viewer = services.viewer().person();
    var offer = room.offer();
    if (offer != null && services.viewer().is(offer.to())) {
      add(button("Refuse", "", () -> new OfferDialogs(services, redraw).refuse(room)));
      add(primary(button("Take over", "a", () -> new OfferDialogs(services, redraw).brief(room))));
      return;
    }
    add(button("Post", "p", () -> new PostDialog(services, room, redraw).open()));
    if (room.leads(viewer)) {
      leading(room);
    } else if (mayRelieve(room)) {
      add(primary(button("Take command", "a", () -> accept(room))));
    }
    add(more(room));
  }

  private void leading(RoomView room) {
    var offer = room.offer();
    add(
        offer == null
            ? button("Hand over", "o", () -> new OfferDialogs(services, redraw).offer(room))
            : button("Withdraw offer", "o", () -> withdraw(room, offer)));
    add(
        room.incident().state() == IncidentState.ACTIVE
            ? button("Mitigate", "m", () -> mitigate(room))
            : primary(
                button("Resolve", "r", () -> new ResolveDialog(services, room, redraw).open())));
  }

  private boolean mayRelieve(RoomView room) {
    var held = room.commander();
    return held == null || (held.acting() && CommandDesk.isTrained(services.viewer().person()));
  }

  private void over(RoomView room) {
    if (room.allowed().contains(IncidentState.ACTIVE)) {
      add(button("Reopen", "", () -> new StateDialogs(services, redraw).reopen(room)));
    }
    if (room.retrospective() != null) {
      var to = "incidents/%d/retrospective".formatted(room.incident().number());
      add(primary(button("Retrospective", "", () -> UI.getCurrentOrThrow().navigate(to))));
    }
  }

  private Button more(RoomView room) {
    var button = new Button(Glyph.DOTS.icon());
    button.setAriaLabel("More");
    var menu = new ContextMenu(button);
    menu.setOpenOnClick(true);
    var dialogs = new StateDialogs(services, redraw);
    menu.addItem("Write a sitrep", _ -> new SitrepDialog(services, room, redraw).open());
    menu.addItem("Change severity", _ -> dialogs.severity(room));
    if (room.allowed().contains(IncidentState.RESOLVED)) {
      menu.addItem("Resolve", _ -> new ResolveDialog(services, room, redraw).open());
    }
    if (room.incident().state() == IncidentState.MITIGATED) {
      menu.addItem("Back to active", _ -> dialogs.backToActive(room));
    }
    if (room.allowed().contains(IncidentState.DECLINED)) {
      menu.addItem("Decline", _ -> dialogs.decline(room));
    }
    if (room.allowed().contains(IncidentState.MERGED)) {
      menu.addItem("Merge into another", _ -> dialogs.merge(room));
    }
    if (room.allowed().contains(IncidentState.CANCELLED)) {
      menu.addItem("Cancel the incident", _ -> dialogs.cancel(room));
    }
    return button;
  }

  private void accept(RoomView room) {
    var incident = room.incident();
    act(
        () ->
            services
                .command()
                .accept(services.viewer().actor(), incident.id(), services.viewer().times().now()),
        "You command %s.".formatted(incident.key()));
  }

  private void mitigate(RoomView room) {
    act(
        () -> move(room.incident(), IncidentState.MITIGATED),
        "Mitigated %s. Customers no longer suffer.".formatted(room.incident().key()));
  }

  private void move(Incident incident, IncidentState to) {
    services
        .transitions()
        .move(
            services.viewer().actor(),
            incident.id(),
            Transitions.Asked.to(to),
            services.viewer().times().now());
  }

  private void withdraw(RoomView room, RoomView.Pending offer) {
    act(
        () ->
            services
                .command()
                .withdrawOffer(
                    services.viewer().actor(),
                    room.incident().id(),
                    offer.id(),
                    services.viewer().times().now()),
        "Withdrew the offer. You keep command.");
  }

  private void act(Runnable command, String sentence) {
    if (refusal.attempt(command)) {
      Toast.show(sentence);
      redraw.run();
    }
  }

  private static Button primary(Button button) {
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private static Button button(String word, String key, Runnable act) {
    var button = new Button(word, _ -> act.run());
    return key.isEmpty() ? button : Keys.on(button, key);
  }
}
