package farol.console.statuspage;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.console.frame.PaletteSource;
import farol.console.ui.Glyph;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the command palette offers of the status page. */
@Component
class PageActs implements PaletteSource {
  private final Desk desk;

  PageActs(Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Entry> entries(Actor viewer, String query) {
    if (!viewer.may(Role.RESPONDER)) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    entries.add(
        Entry.act(
            Glyph.STATUS_PAGE,
            "Tell customers of a new incident",
            PublicIncidentNavigation::compose));
    desk.incidents()
        .open()
        .forEach(
            incident ->
                entries.add(
                    Entry.act(
                        Glyph.STATUS_PAGE,
                        "Post an update: " + incident.name(),
                        () -> PublicIncidentNavigation.post(incident.id()))));
    return entries;
  }
}
