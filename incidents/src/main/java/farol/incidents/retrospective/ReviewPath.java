package farol.incidents.retrospective;

import static farol.incidents.retrospective.RetrospectiveState.CLOSED;
import static farol.incidents.retrospective.RetrospectiveState.DRAFT;
import static farol.incidents.retrospective.RetrospectiveState.IN_REVIEW;
import static farol.incidents.retrospective.RetrospectiveState.REVIEWED;

import farol.incidents.command.Blocker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which states of a retrospective follow each other, and what must be there before. Pure. */
public final class ReviewPath {
  private static final int FACTORS_ENOUGH = 2;
  private static final int COMMENT_MIN = 10;

  private ReviewPath() {}

  public static List<RetrospectiveState> allowed(RetrospectiveState from) {
    return switch (from) {
      case DRAFT -> List.of(IN_REVIEW);
      case IN_REVIEW -> List.of(REVIEWED, DRAFT);
      case REVIEWED -> List.of(CLOSED, DRAFT);
      case CLOSED -> List.of();
    };
  }

  /** What is missing for the move; the comment answers what no field holds. */
  public static List<Blocker> missing(
      Retrospective retrospective, RetrospectiveState to, @Nullable String comment) {
    return switch (to) {
      case IN_REVIEW -> forReview(retrospective, comment);
      case CLOSED ->
          enough(comment)
              ? List.of()
              : List.of(
                  blocker(
                      "CUSTOMER_MESSAGE_UNDECIDED",
                      "Say in the comment whether customers get a message, or why not."));
      case DRAFT, REVIEWED -> List.of();
    };
  }

  private static List<Blocker> forReview(Retrospective draft, @Nullable String comment) {
    var missing = new ArrayList<Blocker>();
    if (draft.owner() == null) {
      missing.add(blocker("OWNER_MISSING", "Name an owner."));
    }
    if (draft.facilitator() == null) {
      missing.add(blocker("FACILITATOR_MISSING", "Name a facilitator."));
    } else if (draft.facilitator().equals(draft.owner())) {
      missing.add(blocker("FACILITATOR_IS_OWNER", "The facilitator is another person."));
    }
    if (!draft.written(Section.TLDR)) {
      missing.add(blocker("TLDR_MISSING", "Write what happened in short."));
    }
    if (!draft.written(Section.CUSTOMER_IMPACT)) {
      missing.add(blocker("CUSTOMER_IMPACT_MISSING", "Write what customers felt."));
    }
    if (!enoughFactors(draft, comment)) {
      missing.add(
          blocker(
              "FACTORS_MISSING",
              "Name two contributing factors, or one and say in the comment why only one."));
    }
    return List.copyOf(missing);
  }

  private static boolean enoughFactors(Retrospective draft, @Nullable String comment) {
    return draft.factors().size() >= FACTORS_ENOUGH
        || (draft.factors().size() == 1 && enough(comment));
  }

  private static boolean enough(@Nullable String comment) {
    return comment != null && comment.strip().length() >= COMMENT_MIN;
  }

  private static Blocker blocker(String code, String text) {
    return new Blocker(code, text, false, null);
  }
}
