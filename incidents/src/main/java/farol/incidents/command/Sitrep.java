package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A structured internal report; its text was built from its fields and the situation then. */
public record Sitrep(UUID id, Fields fields, PersonId by, Instant at, String text) {
  public static final int TEXT_MAX = 1000;
  public static final int LINES_MAX = 20;

  /** Who does what, until when. */
  public record Doing(String what, @Nullable String who, @Nullable String until) {}

  /** What a person fills in. */
  public record Fields(
      String impactNow,
      @Nullable String hypothesis,
      List<Doing> doing,
      List<String> openQuestions,
      List<String> needs,
      @Nullable Duration nextIn) {
    public Fields {
      doing = List.copyOf(doing);
      openQuestions = List.copyOf(openQuestions);
      needs = List.copyOf(needs);
    }
  }

  /** The line that stands on the timeline of a retrospective. */
  public String headline() {
    return fields.impactNow();
  }
}
