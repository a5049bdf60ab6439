package farol.checklists.checklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a service stands on the lifecycle board, in the order of the board's columns. */
public enum Stage {
  PROTOTYPE,
  DEVELOPMENT,
  BETA,
  PRODUCTION,
  DEPRECATED,
  SUNSET;

  /** The word used at every door, for example {@code production}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A live service serves customers: it is warned about, never switched off. */
  public boolean live() {
    return this == PRODUCTION || this == DEPRECATED;
  }

  /** The stage of this word, if it is one. */
  public static Optional<Stage> of(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }
}
