package farol.console.incidents;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.catalog.Role;
import farol.console.ui.Keys;
import farol.console.ui.RefusalLine;
import farol.incidents.room.RoomView;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one writes: a line for the timeline, or a command that opens its dialog. */
class Composer extends Div {
  private final transient RoomServices services;
  private final transient Runnable redraw;
  private final TextField line = new TextField();
  private final RefusalLine refusal = new RefusalLine();
  private transient @Nullable RoomView room;

  Composer(RoomServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    addClassName("f-composer");
    line.setPlaceholder("Write, or / for a command");
    line.setAriaLabel("Write on the timeline");
    line.setMaxLength(Row.TEXT_MAX);
    line.setSuffixComponent(Keys.cap("Enter"));
    line.addKeyPressListener(Key.ENTER, _ -> send());
    var commands = new Div(command("/sitrep"), command("/post"), command("/role"));
    commands.addClassName("f-slash");
    add(line, refusal, commands);
  }

  void show(RoomView shown) {
    room = shown;
    setVisible(services.viewer().actor().may(Role.RESPONDER));
  }

  private NativeButton command(String word) {
    return new NativeButton(word, _ -> run(word));
  }

  private void send() {
    var text = line.getValue().strip();
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("/")) {
      if (run(text)) {
        line.clear();
      }
      return;
    }
    if (refusal.attempt(() -> write(text))) {
      line.clear();
      redraw.run();
    }
  }

  private void write(String text) {
    var viewer = services.viewer();
    var now = viewer.times().now();
    var row = NewRow.by(viewer.actor(), standing().incident().id(), RowSource.HUMAN, text, now);
    services.timeline().write(viewer.actor(), row, now);
  }

  private boolean run(String command) {
    var word = command.split("\\s", 2)[0];
    switch (word) {
      case "/sitrep" -> new SitrepDialog(services, standing(), redraw).open();
      case "/post" -> new PostDialog(services, standing(), redraw).open();
      case "/role" -> new RoleDialog(services, standing(), redraw).open();
      case String _ -> {
        refusal.show("There is no %s. Try /sitrep, /post or /role.".formatted(word));
        return false;
      }
    }
    refusal.clear();
    return true;
  }

  private RoomView standing() {
    return Optional.ofNullable(room).orElseThrow();
  }
}
