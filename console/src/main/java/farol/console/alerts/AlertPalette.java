package farol.console.alerts;

import com.vaadin.flow.component.UI;
import farol.alerting.alert.AlertBoard;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.OpenGroup;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.console.frame.PaletteSource;
import farol.console.ui.Glyph;
import farol.console.ui.Toast;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The palette's lines about alerts: acknowledge what nobody has, open what burns. */
@Component
class AlertPalette implements PaletteSource {
  private static final int LINES_MAX = 50;

  private final AlertBoard board;
  private final AlertDesk desk;

  AlertPalette(AlertBoard board, AlertDesk desk) {
    this.board = board;
    this.desk = desk;
  }

  @Override
  public List<Entry> entries(Actor viewer, String query) {
    var entries = new ArrayList<Entry>();
    var groups = board.openGroups().stream().limit(LINES_MAX).toList();
    if (viewer.may(Role.RESPONDER)) {
      groups.stream()
          .filter(group -> group.state() == AlertState.TRIGGERED)
          .forEach(group -> entries.add(acknowledge(viewer, group)));
    }
    groups.forEach(group -> entries.add(open(group)));
    return entries;
  }

  private Entry acknowledge(Actor viewer, OpenGroup group) {
    return Entry.act(
        Glyph.CHECK,
        "Acknowledge #%d: %s".formatted(group.number(), group.summary()),
        () -> {
          desk.acknowledge(viewer, group.alert());
          Toast.undoable(
              "Acknowledged #%d. You have it.".formatted(group.number()),
              () -> desk.unacknowledge(viewer, group.alert()));
        });
  }

  private static Entry open(OpenGroup group) {
    return Entry.go(
        Glyph.ALERTS,
        "#%d %s".formatted(group.number(), group.summary()),
        () -> UI.getCurrentOrThrow().navigate("alerts/" + group.number()));
  }
}
