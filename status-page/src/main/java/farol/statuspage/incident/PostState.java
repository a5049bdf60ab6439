package farol.statuspage.incident;

import farol.alerting.door.Refusal;
import java.util.Locale;

/** The life of a post: draft, approved, published, with two ways out. */
public enum PostState {
  DRAFT,
  APPROVED,
  PUBLISHED,
  /** The situation changed after it was written. */
  VOIDED,
  DISCARDED;

  /** What can happen to a post. */
  public enum Step {
    APPROVE,
    PUBLISH,
    VOID,
    REBASE,
    DISCARD
  }

  /** The state after a step; refuses a step that does not lead out of this state. */
  public PostState after(Step step) {
    return switch (this) {
      case DRAFT ->
          switch (step) {
            case APPROVE -> APPROVED;
            case VOID -> VOIDED;
            case DISCARD -> DISCARDED;
            case PUBLISH, REBASE -> throw refused(step);
          };
      case APPROVED ->
          switch (step) {
            case PUBLISH -> PUBLISHED;
            case VOID -> VOIDED;
            case DISCARD -> DISCARDED;
            case APPROVE, REBASE -> throw refused(step);
          };
      case VOIDED ->
          switch (step) {
            case REBASE -> DRAFT;
            case DISCARD -> DISCARDED;
            case APPROVE, PUBLISH, VOID -> throw refused(step);
          };
      case PUBLISHED, DISCARDED -> throw refused(step);
    };
  }

  private Refusal refused(Step step) {
    return Refusal.conflict(
        "conflict",
        "A post that is %s cannot take the step %s"
            .formatted(name().toLowerCase(Locale.ROOT), step.name().toLowerCase(Locale.ROOT)));
  }
}
