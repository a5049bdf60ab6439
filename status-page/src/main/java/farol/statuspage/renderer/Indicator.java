package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.incident.Impact;
import java.util.List;
import java.util.Locale;

/** The one word for the whole page, from calm to worst. */
public enum Indicator {
  NONE(State.OPERATIONAL, 'G', "brightgreen", "#35b97e"),
  MAINTENANCE(State.UNDER_MAINTENANCE, 'B', "blue", "#2257d6"),
  MINOR(State.DEGRADED_PERFORMANCE, 'Y', "yellow", "#f5b728"),
  MAJOR(State.MAJOR_OUTAGE, 'R', "orange", "#a81536"),
  CRITICAL(State.MAJOR_OUTAGE, 'R', "red", "#a81536");

  private final State glyph;
  private final char letter;
  private final String badge;
  private final String band;

  Indicator(State glyph, char letter, String badge, String band) {
    this.glyph = glyph;
    this.letter = letter;
    this.badge = badge;
    this.band = band;
  }

  /** What the whole page says: its indicator and its sentence. */
  public record Banner(Indicator indicator, String sentence) {}

  /**
   * The banner of the leaf components and the open incidents: the components speak first, an open
   * incident can only make it worse. What is unknown counts as degraded, never as well.
   */
  public static Banner of(List<State> leaves, List<Impact> open) {
    var said = ofComponents(leaves);
    var worst = open.stream().reduce(Impact.NONE, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    var raised = ofImpact(worst);
    return raised.indicator().compareTo(said.indicator()) > 0 ? raised : said;
  }

  private static Banner ofComponents(List<State> leaves) {
    if (!leaves.isEmpty() && leaves.stream().allMatch(state -> state == State.MAJOR_OUTAGE)) {
      return new Banner(CRITICAL, "Major System Outage");
    }
    if (leaves.contains(State.MAJOR_OUTAGE)) {
      return new Banner(MAJOR, "Partial System Outage");
    }
    if (leaves.contains(State.PARTIAL_OUTAGE)) {
      return new Banner(MINOR, "Minor Service Outage");
    }
    if (leaves.contains(State.DEGRADED_PERFORMANCE) || leaves.contains(State.UNKNOWN)) {
      return new Banner(MINOR, "Partially Degraded Service");
    }
    if (leaves.contains(State.UNDER_MAINTENANCE)) {
      return new Banner(MAINTENANCE, "Service Under Maintenance");
    }
    return new Banner(NONE, "All Systems Operational");
  }

  private static Banner ofImpact(Impact impact) {
    return switch (impact) {
      case NONE -> new Banner(NONE, "All Systems Operational");
      case MINOR -> new Banner(MINOR, "Minor Service Outage");
      case MAJOR -> new Banner(MAJOR, "Partial System Outage");
      case CRITICAL -> new Banner(CRITICAL, "Major System Outage");
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state whose glyph stands in the band. */
  public State glyph() {
    return glyph;
  }

  /** The letter of {@code /light}. */
  public char letter() {
    return letter;
  }

  /** The colour name of a shields badge. */
  public String badge() {
    return badge;
  }

  /** The colour of the band. */
  public String band() {
    return band;
  }
}
