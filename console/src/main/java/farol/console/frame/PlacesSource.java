package farol.console.frame;

import com.vaadin.flow.component.UI;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.console.ui.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The palette's lines of the frame itself: the places, declaring, signing out. */
@Component
class PlacesSource implements PaletteSource {
  private final ObjectProvider<Declares> declares;

  PlacesSource(ObjectProvider<Declares> declares) {
    this.declares = declares;
  }

  @Override
  public List<Entry> entries(Actor viewer, String query) {
    var entries = new ArrayList<Entry>();
    var dialog = declares.getIfAvailable();
    if (dialog != null && viewer.may(Role.RESPONDER)) {
      entries.add(
          new Entry(
              Group.DO,
              Glyph.INCIDENTS,
              "Declare incident",
              null,
              List.of("d"),
              () -> dialog.open(UI.getCurrentOrThrow(), Optional.empty())));
    }
    entries.add(
        Entry.act(
            Glyph.PERSON,
            "Sign out",
            () -> UI.getCurrentOrThrow().getPage().setLocation("logout")));
    for (var place : Place.values()) {
      entries.add(
          new Entry(
              Group.GO_TO,
              place.glyph(),
              place.title(),
              null,
              List.of("g", place.letter()),
              () -> UI.getCurrentOrThrow().navigate(place.path())));
    }
    return entries;
  }
}
