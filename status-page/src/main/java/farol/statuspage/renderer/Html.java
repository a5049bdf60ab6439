package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.component.Texts;
import java.time.Instant;
import java.time.ZoneId;

/** Writes HTML: whatever is not markup of ours is escaped. */
final class Html {
  private final StringBuilder bytes = new StringBuilder(48_000);
  private final ZoneId zone;

  Html(ZoneId zone) {
    this.zone = zone;
  }

  /** Markup of ours, as it is. */
  Html raw(String markup) {
    bytes.append(markup);
    return this;
  }

  Html raw(char markup) {
    bytes.append(markup);
    return this;
  }

  /** Text from people, escaped. */
  Html text(String text) {
    bytes.append(escaped(text));
    return this;
  }

  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(safe, character));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    switch (character) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&#34;");
      case '\'' -> safe.append("&#39;");
      case '\n', '\t' -> safe.append((char) character);
      default -> {
        // What is not seen, or turns the text around it, is shown as what it is not.
        if (Texts.hidden(character)) {
          safe.append('�');
        } else {
          safe.appendCodePoint(character);
        }
      }
    }
  }

  /** The glyph of a state, or of not knowing it. */
  Html glyph(State state) {
    return raw("<i class=\"g ")
        .raw(state.key())
        .raw("\" aria-hidden=\"true\">")
        .raw(state.glyph())
        .raw("</i>");
  }

  Html time(Instant at) {
    return time(at, "");
  }

  /** An instant that matters to the reader: a script adds their own time behind it. */
  Html ownTime(Instant at) {
    return time(at, " class=\"l\"");
  }

  private Html time(Instant at, String marks) {
    return raw("<time datetime=\"")
        .raw(Times.seconds(at))
        .raw("\"")
        .raw(marks)
        .raw(">")
        .raw(Times.minute(at, zone))
        .raw("</time>");
  }

  @Override
  public String toString() {
    return bytes.toString();
  }
}
