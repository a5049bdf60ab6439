package farol.console.devcloud;

import com.vaadin.flow.component.UI;
import farol.alerting.catalog.Actor;
import farol.console.frame.PaletteSource;
import farol.console.ui.Glyph;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the simulated platform. */
@Component
class DevcloudPalette implements PaletteSource {
  @Override
  public List<Entry> entries(Actor viewer, String query) {
    return List.of(
        Entry.go(
            Glyph.RUNBOOKS, "Dev cloud", () -> UI.getCurrentOrThrow().navigate(DevcloudView.PATH)));
  }
}
