package farol.statuspage.component;

import java.util.Arrays;
import java.util.List;

/** What a component is said to be, from best to worst: the order is the rank of "worst". */
public enum State {
  OPERATIONAL("Operational", 'o', "●"),
  UNKNOWN("Unknown", 'u', "?"),
  UNDER_MAINTENANCE("Maintenance", 'm', "⚒"),
  DEGRADED_PERFORMANCE("Degraded", 'd', "◐"),
  PARTIAL_OUTAGE("Partial outage", 'p', "◑"),
  MAJOR_OUTAGE("Major outage", 'x', "✕");

  private final String word;
  private final char key;
  private final String glyph;
  private final String code;

  State(String word, char key, String glyph) {
    this.word = word;
    this.key = key;
    this.glyph = glyph;
    this.code = name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Reads a state as doors name it, for example {@code major_outage}. */
  public static State of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A state is one of %s, not '%s'".formatted(codes(), code)));
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(State::code).toList();
  }

  /** The word of every door and column. */
  public String code() {
    return code;
  }

  /** The word people read. */
  public String word() {
    return word;
  }

  /** The word inside a sentence. */
  public String inSentence() {
    return word.toLowerCase(java.util.Locale.ROOT);
  }

  /** The letter of the style sheet. */
  public char key() {
    return key;
  }

  /** The character that stands where no style sheet reaches. */
  public String glyph() {
    return glyph;
  }

  public State worse(State other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean worseThan(State other) {
    return compareTo(other) > 0;
  }
}
