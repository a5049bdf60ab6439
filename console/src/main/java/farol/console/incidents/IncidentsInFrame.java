package farol.console.incidents;

import com.vaadin.flow.component.UI;
import farol.alerting.catalog.Actor;
import farol.console.frame.PaletteSource;
import farol.console.frame.Place;
import farol.console.frame.RailCounter;
import farol.console.ui.Glyph;
import farol.console.ui.Topic;
import farol.incidents.room.IncidentBoard;
import java.util.List;
import org.springframework.stereotype.Component;

/** How incidents show in the rail and in the palette. */
@Component
class IncidentsInFrame implements RailCounter, PaletteSource {
  private final IncidentBoard board;

  IncidentsInFrame(IncidentBoard board) {
    this.board = board;
  }

  @Override
  public Place place() {
    return Place.INCIDENTS;
  }

  @Override
  public Topic topic() {
    return Topic.INCIDENTS;
  }

  @Override
  public Count count(Actor viewer) {
    return new Count(board.open().size(), false);
  }

  @Override
  public List<Entry> entries(Actor viewer, String query) {
    return board.open().stream()
        .map(
            line ->
                Entry.go(
                    Glyph.INCIDENTS,
                    line.key() + " " + line.title(),
                    () -> UI.getCurrentOrThrow().navigate("incidents/" + line.number())))
        .toList();
  }
}
