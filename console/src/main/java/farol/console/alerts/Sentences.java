package farol.console.alerts;

import farol.alerting.alert.AlertDetail;
import farol.console.ui.Times;
import farol.console.ui.Words;
import org.jspecify.annotations.Nullable;

/** What the views of alerts say in words. */
final class Sentences {
  private Sentences() {}

  static String whoHas(AlertRow row) {
    var who = row.who();
    if (who != null) {
      return who.name();
    }
    return switch (row.state()) {
      case TRIGGERED -> "nobody yet";
      case ACKNOWLEDGED -> "its sender";
      case RESOLVED -> "\u2013";
    };
  }

  /** What comes next for the row, before a countdown where one runs. */
  static String next(AlertRow row, Times times) {
    var ended = row.resolvedAt();
    if (ended != null) {
      return "ended " + times.text(ended);
    }
    var ladder = row.ladder();
    if (row.inIncident()) {
      return "in an incident";
    }
    return switch (row.state()) {
      case ACKNOWLEDGED -> "held";
      case RESOLVED -> "over";
      case TRIGGERED ->
          ladder == null || ladder.nextAt() == null ? "nobody is left to page" : "hands up";
    };
  }

  /** One line of an alert's history. */
  static String event(AlertDetail.Event event) {
    var person = event.person();
    var by = person == null ? "" : " by " + person.name();
    var text = event.text();
    return switch (event.type()) {
      case "TRIGGERED" -> "Triggered" + by;
      case "REOPENED" -> "Fired again and was opened again";
      case "JOINED" -> "Joined a group that was open";
      case "WORSENED" -> "Grew worse";
      case "ACKNOWLEDGED" -> person == null ? "Acknowledged by its sender" : "Acknowledged" + by;
      case "UNACKNOWLEDGED" -> "Given back" + by;
      case "RESOLVED" -> person == null ? "Resolved by its sender" : "Resolved" + by;
      case "LATE" -> "Late news, which changed nothing";
      case "NOTE" -> (person == null ? "Note" : person.name() + " notes") + ": " + orEmpty(text);
      case "LINKED" -> "Tied to an incident";
      case "HANDED_UP" -> "Handed up to the incident's commander";
      case "EXHAUSTED" -> "Every pass of the ladder went unanswered";
      default -> sentenceOf(event.type()) + by;
    };
  }

  private static String sentenceOf(String type) {
    var words = type.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String openFact(long groups, long alerts) {
    return groups == 0
        ? "Nothing is firing"
        : "%s in %s"
            .formatted(
                Words.plural(alerts, "alert", "alerts"), Words.plural(groups, "group", "groups"));
  }
}
