package farol.checklists.lifecycle;

import farol.alerting.catalog.Person;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.checklists.lifecycle.LaunchMailer.Letter;
import org.jspecify.annotations.Nullable;

/** Writes the mail that tells everybody of a launch. */
final class LaunchLetter {
  private LaunchLetter() {}

  static Letter of(
      Move move,
      Service service,
      @Nullable Team team,
      @Nullable Person by,
      String from,
      String console) {
    var name = oneLine(service.name());
    var who = by == null ? "somebody" : oneLine(by.name());
    var owner = team == null ? "no team" : oneLine(team.name());
    var text =
        """
        %s is moving to production.

        Service  %s (tier %d, %s)
        Team     %s
        Moved by %s, %s
        Verdict  %s
        %s
        Readiness: %s/services/%s/readiness
        """
            .formatted(
                name,
                service.slug(),
                service.tier(),
                service.type(),
                owner,
                who,
                move.at(),
                move.verdict(),
                move.note() == null ? "" : "Note     " + oneLine(move.note()) + "\n",
                console,
                service.slug());
    return new Letter(
        String.valueOf(move.messageId()),
        move.attempts(),
        from,
        move.recipients(),
        "[launch] %s is moving to production".formatted(name),
        text,
        html(text));
  }

  /** No name adds a header or a line: line ends and control characters become spaces. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String html(String text) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<!doctype html><html lang=\"en\"><body><pre>%s</pre></body></html>".formatted(escaped);
  }
}
