package farol.alerting.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The append-only trail of what people and tokens changed. Joins the caller's transaction. */
public interface Audit {
  /**
   * Records one change.
   *
   * @param action past tense with its room, for example {@code alert.acknowledged}
   * @param object what was changed, for example {@code alert/1042}
   * @param before the state before as a JSON-ready value, null when it did not exist; never secrets
   * @param after the state after, null when it is gone; never secrets
   */
  void record(
      Actor actor,
      Instant at,
      String action,
      String object,
      @Nullable Object before,
      @Nullable Object after);
}
