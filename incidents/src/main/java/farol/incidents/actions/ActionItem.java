package farol.incidents.actions;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise made in a review: owned, due, and verified by somebody else.
 *
 * @param verification how anybody can see that it is done
 * @param firstDue the date first promised
 * @param proof what its owner showed when completing it
 */
public record ActionItem(
    UUID id,
    IncidentId incident,
    String title,
    ActionType type,
    ActionPriority priority,
    PersonId owner,
    LocalDate due,
    LocalDate firstDue,
    String verification,
    @Nullable String tracker,
    ActionState state,
    long version,
    Instant createdAt,
    @Nullable Instant completedAt,
    @Nullable String proof,
    @Nullable PersonId verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable String droppedReason) {
  public static final int TITLE_MAX = 200;
  public static final int VERIFICATION_MAX = 1000;
  public static final int TRACKER_MAX = 2000;
  public static final int REASON_MAX = 1000;

  public ActionItem {
    if (title.isBlank() || title.length() > TITLE_MAX) {
      throw new IllegalArgumentException("A title has 1 to %d characters".formatted(TITLE_MAX));
    }
    if (owner.equals(verifiedBy)) {
      throw new IllegalArgumentException("Its owner does not verify an action item");
    }
  }

  /** Whether the due day has passed for its owner and the work is not done. */
  public boolean overdue(ZoneId ownerZone, Instant now) {
    return state.outstanding() && due.isBefore(LocalDate.ofInstant(now, ownerZone));
  }

  ActionItem done(Instant at, String shown) {
    return moved(ActionState.DONE, at, shown, null, null, null);
  }

  ActionItem verified(PersonId by, Instant at) {
    return moved(ActionState.VERIFIED, completedAt, proof, by, at, null);
  }

  ActionItem dropped(String why) {
    return moved(ActionState.DROPPED, null, null, null, null, why);
  }

  private ActionItem moved(
      ActionState to,
      @Nullable Instant doneAt,
      @Nullable String shown,
      @Nullable PersonId by,
      @Nullable Instant seenAt,
      @Nullable String why) {
    return new ActionItem(
        id,
        incident,
        title,
        type,
        priority,
        owner,
        due,
        firstDue,
        verification,
        tracker,
        to,
        version,
        createdAt,
        doneAt,
        shown,
        by,
        seenAt,
        why);
  }
}
