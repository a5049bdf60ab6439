package farol.runbooks.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last rendered documents, by the id of their text. */
final class RenderCache {
  static final int CHARACTERS_MAX = 16 * 1024 * 1024;

  private final Map<String, String> html = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  String get(String blob, Supplier<String> render) {
    synchronized (html) {
      var known = html.get(blob);
      if (known != null) {
        return known;
      }
    }
    var made = render.get();
    synchronized (html) {
      if (html.put(blob, made) == null) {
        characters += made.length();
      }
      var oldest = html.entrySet().iterator();
      while (characters > CHARACTERS_MAX && oldest.hasNext()) {
        characters -= oldest.next().getValue().length();
        oldest.remove();
      }
    }
    return made;
  }
}
