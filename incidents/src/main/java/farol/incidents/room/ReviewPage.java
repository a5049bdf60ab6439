package farol.incidents.room;

import farol.alerting.catalog.Person;
import farol.incidents.actions.ActionItem;
import farol.incidents.command.Incident;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.timeline.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the page of a retrospective shows. */
public record ReviewPage(
    Incident incident,
    Retrospective retrospective,
    @Nullable Person owner,
    @Nullable Person facilitator,
    @Nullable Person approvedBy,
    List<Row> rows,
    List<Promise> actions) {
  /** An action item with its people. */
  public record Promise(
      ActionItem action, Incident incident, @Nullable Person owner, boolean overdue) {}

  public ReviewPage {
    rows = List.copyOf(rows);
    actions = List.copyOf(actions);
  }
}
