package farol.incidents.retrospective;

/**
 * A condition without which it would not have happened.
 *
 * @param trigger whether it is what set it off
 */
public record Factor(Type type, String text, boolean trigger) {
  public static final int TEXT_MAX = 2000;
  public static final int FACTORS_MAX = 50;

  /** Where the factor lies. */
  public enum Type {
    CHANGE,
    CAPACITY,
    DEPENDENCY,
    DESIGN,
    PROCESS,
    KNOWLEDGE,
    TOOLING,
    EXTERNAL
  }

  public Factor {
    if (text.isBlank() || text.length() > TEXT_MAX) {
      throw new IllegalArgumentException("A factor has 1 to %,d characters".formatted(TEXT_MAX));
    }
  }
}
