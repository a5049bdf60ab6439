package farol.checklists.gate;

import java.util.Locale;

/** How one check of one service stands. */
public enum CheckState {
  PASSING,
  FAILING,
  STALE,
  MISSING,
  UNKNOWN,
  WAIVED,
  AT_LAUNCH,
  NOT_APPLICABLE;

  /** The word used at every door, for example {@code at-launch}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Applies and does not hold; an exception would cover it. */
  public boolean notHolding() {
    return switch (this) {
      case FAILING, STALE, MISSING, UNKNOWN -> true;
      case PASSING, WAIVED, AT_LAUNCH, NOT_APPLICABLE -> false;
    };
  }

  /** Counts in the score's denominator. */
  public boolean applicable() {
    return this != AT_LAUNCH && this != NOT_APPLICABLE;
  }
}
