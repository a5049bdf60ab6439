package farol.console.runbooks;

import com.vaadin.flow.component.UI;
import farol.alerting.catalog.Actor;
import farol.console.frame.PaletteSource;
import farol.console.ui.Glyph;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runbooks in the command palette: those that run above those that are read. */
@Component
class RunbookPalette implements PaletteSource {
  private final RunbookLibrary library;

  RunbookPalette(RunbookLibrary library) {
    this.library = library;
  }

  @Override
  public List<Entry> entries(Actor viewer, String query) {
    return library.list().stream().map(RunbookPalette::entry).toList();
  }

  private static Entry entry(Runbook runbook) {
    Runnable open = () -> UI.getCurrentOrThrow().navigate("runbooks/" + runbook.id());
    return runbook.document().executable()
        ? new Entry(
            PaletteSource.Group.DO,
            Glyph.RUNBOOKS,
            "Run: " + runbook.title(),
            "needs approval",
            List.of(),
            open)
        : Entry.go(Glyph.RUNBOOKS, runbook.title(), open);
  }
}
