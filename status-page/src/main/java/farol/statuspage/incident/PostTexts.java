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
    var what = names(affected) + place(regions);
    var is = affected.size() == 1 ? "is" : "are";
    var works = affected.size() == 1 ? "works" : "work";
    return switch (status) {
      case INVESTIGATING ->
          "%s %s. We are looking into it.".formatted(what, trouble(affected, is));
      case IDENTIFIED ->
          "%s %s. We found where the trouble is and are working on it."
              .formatted(what, trouble(affected, is));
      case MONITORING -> "%s %s again. We keep watching.".formatted(what, works);
      case RESOLVED -> "%s %s normally.".formatted(what, works);
      case POSTMORTEM -> "";
    };
  }

  /** The name of a public incident when nobody has typed one. */
  public static String title(List<Named> affected, List<String> regions) {
    return affected.isEmpty()
        ? "A problem we are looking into"
        : "%s: %s%s"
            .formatted(names(affected), worst(affected).inSentence(), place(regions));
  }

  private static String trouble(List<Named> affected, String is) {
    return switch (worst(affected)) {
      case MAJOR_OUTAGE -> is + " down";
      case PARTIAL_OUTAGE -> is + " partly down";
      case DEGRADED_PERFORMANCE -> "%s slow or %s at times".formatted(is, fails(is));
      case UNDER_MAINTENANCE -> is + " under maintenance";
      case OPERATIONAL, UNKNOWN -> "may not work as usual";
    };
  }

  private static String fails(String is) {
    return is.equals("is") ? "fails" : "fail";
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
