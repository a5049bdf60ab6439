package farol.incidents.actions;

import java.time.LocalDate;
import java.util.Optional;

/** How soon an action item is due: P0 within 28 days, P1 within 56, P2 by its own date. */
public enum ActionPriority {
  P0(28),
  P1(56),
  P2(0);

  private final int days;

  ActionPriority(int days) {
    this.days = days;
  }

  /** The date when none is named; empty for P2, which always names its own. */
  public Optional<LocalDate> dueFrom(LocalDate today) {
    return days == 0 ? Optional.empty() : Optional.of(today.plusDays(days));
  }

  /** Whether only a manager may drop it. */
  public boolean droppedByManager() {
    return days > 0;
  }
}
