package farol.console.frame;

import farol.alerting.catalog.Actor;
import farol.console.ui.Glyph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room offers in the command palette. Beans of this type are asked with every change of the
 * query; they list only what the viewer may do.
 */
public interface PaletteSource {
  /** Acts stand above places. */
  enum Group {
    DO,
    GO_TO
  }

  /**
   * One line of the palette.
   *
   * @param text matched against the query, word by word
   * @param note quiet words at the right, for example "needs approval"
   * @param keys the keys that do the same, printed at the right
   * @param act runs in the UI after the palette closed
   */
  record Entry(
      Group group,
      Glyph glyph,
      String text,
      @Nullable String note,
      List<String> keys,
      Runnable act) {
    public Entry {
      keys = List.copyOf(keys);
    }

    public static Entry act(Glyph glyph, String text, Runnable act) {
      return new Entry(Group.DO, glyph, text, null, List.of(), act);
    }

    public static Entry go(Glyph glyph, String text, Runnable act) {
      return new Entry(Group.GO_TO, glyph, text, null, List.of(), act);
    }
  }

  /** Bounded by the caller; a source answers its best lines first. */
  List<Entry> entries(Actor viewer, String query);
}
