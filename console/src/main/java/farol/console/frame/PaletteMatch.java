package farol.console.frame;

import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Actor;
import farol.console.frame.PaletteSource.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which lines fit what was typed, and where in the line. */
final class PaletteMatch {
  static final int LINES_MAX = 14;
  static final int QUERY_MAX = 100;

  private PaletteMatch() {}

  /** The lines that contain every word of the query: acts first, then by where the match begins. */
  static List<Entry> best(List<PaletteSource> sources, Actor viewer, String typed) {
    var query = typed.strip().toLowerCase(Locale.ROOT);
    var bounded = query.substring(0, Math.min(QUERY_MAX, query.length()));
    return sources.stream()
        .flatMap(source -> source.entries(viewer, bounded).stream())
        .filter(entry -> fits(entry.text(), bounded))
        .sorted(
            Comparator.comparing(Entry::group)
                .thenComparing(
                    entry -> entry.text().toLowerCase(Locale.ROOT).indexOf(bounded) != 0))
        .limit(LINES_MAX)
        .toList();
  }

  static boolean fits(String text, String query) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var word : query.split("\\s+", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** The text with the first match of the query marked. */
  static Element marked(String text, String query) {
    var span = new Element("span");
    var sought = query.strip().toLowerCase(Locale.ROOT);
    var from = sought.isEmpty() ? -1 : text.toLowerCase(Locale.ROOT).indexOf(sought);
    if (from < 0) {
      span.setText(text);
      return span;
    }
    var mark = new Element("mark");
    mark.setText(text.substring(from, from + sought.length()));
    span.appendChild(
        Element.createText(text.substring(0, from)),
        mark,
        Element.createText(text.substring(from + sought.length())));
    return span;
  }
}
