package farol.incidents.retrospective;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.incidents.timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The review after an incident.
 *
 * @param frozen the curated rows as they stood when the review began; null while the timeline is
 *     live
 * @param note the comment of the last transition
 * @param dueAt when it should be reviewed by; null when the severity asks for no date
 */
public record Retrospective(
    IncidentId incident,
    RetrospectiveState state,
    long revision,
    @Nullable PersonId owner,
    @Nullable PersonId facilitator,
    Map<Section, String> sections,
    List<Factor> factors,
    @Nullable List<Row> frozen,
    @Nullable String note,
    @Nullable PersonId approvedBy,
    Instant draftedAt,
    Instant movedAt,
    @Nullable Instant dueAt) {
  public Retrospective {
    sections = Map.copyOf(sections);
    factors = List.copyOf(factors);
    frozen = frozen == null ? null : List.copyOf(frozen);
  }

  public String section(Section section) {
    return sections.getOrDefault(section, "");
  }

  /** Whether somebody wrote this part: it is neither empty nor still marked. */
  public boolean written(Section section) {
    var text = section(section);
    return !text.isBlank() && !text.contains(Section.TO_WRITE);
  }
}
