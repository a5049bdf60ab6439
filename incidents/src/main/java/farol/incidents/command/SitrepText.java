package farol.incidents.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wording of a sitrep: a fixed order, the same fields give the same bytes. Pure. */
final class SitrepText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The situation a sitrep was written in. */
  record Situation(
      IncidentSeverity severity,
      IncidentState state,
      Instant declaredAt,
      @Nullable Instant lastPublicWord,
      @Nullable Instant nextPublicWord) {}

  private SitrepText() {}

  static String of(Sitrep.Fields fields, Situation situation, Instant now) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s, %s for %s"
            .formatted(
                situation.severity(),
                situation.state().word(),
                Ages.between(situation.declaredAt(), now)));
    lines.add("Impact now: " + fields.impactNow());
    lines.add("Hypothesis: " + (fields.hypothesis() == null ? "none yet" : fields.hypothesis()));
    fields.doing().forEach(doing -> lines.add("Doing: " + doing(doing)));
    listed("Open question", fields.openQuestions(), lines);
    listed("Need", fields.needs(), lines);
    lines.add("Last public word: " + clock(situation.lastPublicWord(), "none yet"));
    lines.add("Next public word: " + clock(situation.nextPublicWord(), "not promised"));
    var next = fields.nextIn();
    lines.add("Next sitrep: " + (next == null ? "not set" : CLOCK.format(now.plus(next))));
    return String.join("\n", lines);
  }

  private static void listed(String word, List<String> texts, List<String> lines) {
    texts.forEach(text -> lines.add(word + ": " + text));
  }

  private static String doing(Sitrep.Doing doing) {
    var who = doing.who() == null ? "" : ", " + doing.who();
    var until = doing.until() == null ? "" : ", until " + doing.until();
    return doing.what() + who + until;
  }

  private static String clock(@Nullable Instant at, String otherwise) {
    return at == null ? otherwise : CLOCK.format(at);
  }
}
