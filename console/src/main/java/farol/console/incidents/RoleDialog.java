package farol.console.incidents;

import com.vaadin.flow.component.select.Select;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.incidents.command.CommandRole;
import farol.incidents.room.RoomView;
import java.util.Arrays;

/** Gives a role to somebody. */
class RoleDialog {
  private final RoomServices services;
  private final RoomView room;
  private final Runnable redraw;

  RoleDialog(RoomServices services, RoomView room, Runnable redraw) {
    this.services = services;
    this.room = room;
    this.redraw = redraw;
  }

  void open() {
    var role = new Select<CommandRole>();
    role.setLabel("Role");
    role.setItems(
        Arrays.stream(CommandRole.values()).filter(each -> each != CommandRole.IC).toList());
    role.setItemLabelGenerator(RoleDialog::title);
    role.setValue(CommandRole.COMMS);
    role.setWidthFull();
    var person = People.select("Who", services.catalog(), _ -> true);
    person.setValue(services.viewer().person());
    var dialog =
        new AskDialog(
            "Give a role",
            "Give",
            () -> {
              if (person.getValue() == null) {
                throw Refusal.invalid("person", "Name who takes it");
              }
              services
                  .roles()
                  .assign(
                      services.viewer().actor(),
                      room.incident().id(),
                      role.getValue(),
                      person.getValue(),
                      services.viewer().times().now());
              redraw.run();
            },
            role,
            person);
    dialog.refusal().field("person", person);
    dialog.open();
  }

  static String title(CommandRole role) {
    var word = role.word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
