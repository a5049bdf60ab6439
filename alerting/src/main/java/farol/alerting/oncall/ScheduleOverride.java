package farol.alerting.oncall;

/** A change for a period, applied to whoever the layers put on call. Order of creation counts. */
sealed interface ScheduleOverride {
  /** When it holds. */
  Interval time();

  /** Adds a place for {@code add}. */
  record Add(Interval time, String add) implements ScheduleOverride {}

  /** Drops the places that {@code remove} holds. */
  record Remove(Interval time, String remove) implements ScheduleOverride {}

  /**
   * Puts {@code add} into every place whose holder, now or before an earlier override, is {@code
   * remove}; where there is no such place nothing happens.
   */
  record Replace(Interval time, String remove, String add) implements ScheduleOverride {}

  /** Leaves one place, the taker's. */
  record Take(Interval time, String add) implements ScheduleOverride {}
}
