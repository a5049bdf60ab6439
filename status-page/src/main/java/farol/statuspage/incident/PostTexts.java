package farol.statuspage.incident;

import farol.statuspage.component.State;
import java.util.List;

/**
 * The texts that stand ready when a post begins, so that the first one needs no typing. Pure: what
 * is hit, how, where and the status give the sentence. They never name a cause or an end.
 */
public final class PostTexts {
  /** A component by the name customers know, and its state. */
  public record Named(String name, State state) {}

  private PostTexts() {}

  /** The text for a status; empty where only a person can know what to say. */
  public static String of(PublicStatus status, List<Named> affected, List<String> regions) {
    if (affected.isEmpty()) {
      return status == PublicStatus.INVESTIGATING ? "We are looking into a report of trouble." : "";
    }
    var what = names(affected);
    var where = place(regions);
    var trouble = trouble(affected);
    return switch (status) {
      case INVESTIGATING ->
          "We see %s %s%s and are looking into it.".formatted(what, trouble, where);
      case IDENTIFIED ->
          "We see %s %s%s. We found where the trouble is and are working on it."
              .formatted(what, trouble, where);
      case MONITORING -> "We see %s working again%s. We keep watching.".formatted(what, where);
      case RESOLVED -> "We see %s working normally%s.".formatted(what, where);
      case POSTMORTEM -> "";
    };
  }

  /** The name of a public incident when nobody has typed one. */
  public static String title(List<Named> affected, List<String> regions) {
    return affected.isEmpty()
        ? "A problem we are looking into"
        : "%s: %s%s".formatted(names(affected), worst(affected).inSentence(), place(regions));
  }

  private static String trouble(List<Named> affected) {
    return switch (worst(affected)) {
      case MAJOR_OUTAGE -> "down";
      case PARTIAL_OUTAGE -> "partly down";
      case DEGRADED_PERFORMANCE -> "slow or failing at times";
      case UNDER_MAINTENANCE -> "under maintenance";
      case OPERATIONAL, UNKNOWN -> "behaving unusually";
    };
  }

  private static State worst(List<Named> affected) {
    return affected.stream().map(Named::state).reduce(State.OPERATIONAL, State::worse);
  }

  private static String names(List<Named> affected) {
    return listed(affected.stream().map(Named::name).toList());
  }

  private static String place(List<String> regions) {
    return regions.isEmpty() ? "" : " in " + listed(regions);
  }

  private static String listed(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
