package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.alert.AlertSummary;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.console.ui.Mark;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.Tone;
import farol.incidents.command.CommandRole;
import farol.incidents.room.RoomView;
import java.time.Instant;
import java.util.List;

/** The left side of the room: the situation, who does what, the alerts. */
class RoomPeople extends Aside {
  private static final List<CommandRole> ALWAYS =
      List.of(CommandRole.DEPUTY, CommandRole.OPS, CommandRole.COMMS, CommandRole.SCRIBE);
  private static final int ALERTS_SHOWN = 12;

  private final transient RoomServices services;
  private final transient Runnable redraw;

  RoomPeople(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    addClassName("f-side");
  }

  void show(RoomView room) {
    removeAll();
    add(situation(room), roles(room), alerts(room));
  }

  private static Div section(SectionHead head) {
    var section = new Div(head);
    section.addClassName("f-section");
    return section;
  }

  private Div situation(RoomView room) {
    var incident = room.incident();
    var section = section(new SectionHead("Situation", "version " + incident.situationVersion()));
    var impact = incident.summary() == null ? "Not written yet." : incident.summary();
    section.add(paragraph("Impact.", impact));
    if (!incident.services().isEmpty()) {
      section.add(paragraph("Touches.", String.join(", ", incident.services())));
    }
    if (room.askingForCommander()) {
      section.add(
          paragraph("Paging.", "The commanders' ladder is looking for a trained commander."));
    }
    return section;
  }

  private static Div paragraph(String word, String text) {
    var strong = new Element("b");
    strong.setText(word);
    var paragraph = new Div();
    paragraph.addClassName("f-para");
    paragraph.getElement().appendChild(strong);
    paragraph.add(new Span(" " + text));
    return paragraph;
  }

  private Div roles(RoomView room) {
    var section = section(new SectionHead("Roles"));
    var held = room.commander();
    if (held != null) {
      section.add(role(held.acting() ? "Acting" : "Commander", held.person(), held.since()));
    } else if (room.incident().state().open()) {
      section.add(row("Commander", PersonChip.nobody(), new Span()));
    }
    for (var role : CommandRole.values()) {
      var line = room.holder(role);
      if (line.isPresent()) {
        section.add(role(RoleDialog.title(role), line.get().person(), line.get().since()));
      } else if (ALWAYS.contains(role) && room.incident().state().open()) {
        section.add(row(RoleDialog.title(role), take(room, role), new Span()));
      }
    }
    return section;
  }

  private Div role(String word, Person person, Instant since) {
    var age = services.viewer().times().age(since);
    age.addClassName("f-2");
    return row(word, PersonChip.of(person, services.viewer().person().id()), age);
  }

  private static Div row(
      String word,
      com.vaadin.flow.component.Component who,
      com.vaadin.flow.component.Component end) {
    var name = new Span(word);
    name.addClassName("f-2");
    var row = new Div(name, who, end);
    row.addClassName("f-role");
    return row;
  }

  private com.vaadin.flow.component.Component take(RoomView room, CommandRole role) {
    if (!services.viewer().actor().may(Role.RESPONDER)) {
      return PersonChip.nobody();
    }
    var take =
        new Button(
            "Take it",
            _ -> {
              services
                  .roles()
                  .assign(
                      services.viewer().actor(),
                      room.incident().id(),
                      role,
                      services.viewer().person(),
                      services.viewer().times().now());
              redraw.run();
            });
    take.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    take.addClassName("f-take");
    take.setAriaLabel("Take the role " + role.word());
    return take;
  }

  private Div alerts(RoomView room) {
    var open = room.alerts().stream().filter(alert -> alert.resolvedAt() == null).count();
    var section = section(new SectionHead("Alerts", open + " open"));
    room.alerts().stream().limit(ALERTS_SHOWN).forEach(alert -> section.add(alert(alert)));
    if (room.alerts().size() > ALERTS_SHOWN) {
      section.add(paragraph("", "and %d more".formatted(room.alerts().size() - ALERTS_SHOWN)));
    }
    if (room.alerts().isEmpty()) {
      section.add(paragraph("", "No alert is linked."));
    }
    section.setVisible(!room.alerts().isEmpty() || room.incident().state().open());
    return section;
  }

  private Div alert(AlertSummary alert) {
    var over = alert.resolvedAt() != null;
    var mark =
        over
            ? Mark.RESOLVED.shape(Tone.GREEN)
            : alert.acknowledgedAt() == null
                ? Mark.TRIGGERED.shape(Tone.RED)
                : Mark.ACKNOWLEDGED.shape(Tone.AMBER);
    var link = new Anchor("alerts/" + alert.number(), alert.summary());
    link.setRouterIgnore(false);
    var age = services.viewer().times().age(alert.acceptedAt());
    age.addClassName("f-2");
    var row = new Div(mark, link, age);
    var small = new Element("small");
    small.setText("#%d, %s".formatted(alert.number(), over ? "resolved" : "open"));
    row.getElement().appendChild(small);
    row.addClassName("f-task");
    return row;
  }
}
