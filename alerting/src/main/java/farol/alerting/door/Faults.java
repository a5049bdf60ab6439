package farol.alerting.door;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that one refusal names every field. */
public final class Faults {
  private final List<Refusal.FieldError> found = new ArrayList<>();

  /** Notes {@code message} against {@code field} unless {@code holds}. */
  public Faults unless(boolean holds, String field, String message) {
    if (!holds) {
      found.add(new Refusal.FieldError(field, message));
    }
    return this;
  }

  /** Throws a 422 that names every fault noted so far; does nothing when there are none. */
  public void refuse() {
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }
}
