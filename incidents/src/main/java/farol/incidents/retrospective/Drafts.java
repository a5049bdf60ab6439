package farol.incidents.retrospective;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentReopened;
import farol.incidents.command.IncidentResolved;
import farol.incidents.command.Incidents;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import farol.runbooks.execution.IncidentRuns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the draft in the very transaction that resolves the incident. */
@Component
class Drafts {
  private final JdbcRetrospectives retrospectives;
  private final Incidents incidents;
  private final CommandDesk command;
  private final Timeline timeline;
  private final IncidentRuns runs;
  private final Catalog catalog;
  private final MeterRegistry metrics;

  Drafts(
      JdbcRetrospectives retrospectives,
      Incidents incidents,
      CommandDesk command,
      Timeline timeline,
      IncidentRuns runs,
      Catalog catalog,
      MeterRegistry metrics) {
    this.retrospectives = retrospectives;
    this.incidents = incidents;
    this.command = command;
    this.timeline = timeline;
    this.runs = runs;
    this.catalog = catalog;
    this.metrics = metrics;
  }

  /** What people wrote before a reopening stays; only a first resolution makes the draft. */
  @EventListener
  void on(IncidentResolved event) {
    if (retrospectives.lock(event.incident()).isPresent()) {
      return;
    }
    metrics
        .timer("farol.retrospective.draft")
        .record(
            () -> incidents.find(event.incident()).ifPresent(found -> draft(found, event.at())));
  }

  private void draft(Incident incident, Instant at) {
    var draft =
        new Retrospective(
            incident.id(),
            RetrospectiveState.DRAFT,
            1,
            owner(incident.id()),
            null,
            DraftText.of(facts(incident)),
            List.of(),
            null,
            null,
            null,
            at,
            at,
            ReviewDue.of(incident.severity(), at).orElse(null));
    retrospectives.save(draft, null, at);
  }

  /** The last commander owns the draft until somebody else is named. */
  private @org.jspecify.annotations.Nullable PersonId owner(IncidentId incident) {
    return command.of(incident).last().map(tenure -> tenure.person()).orElse(null);
  }

  private DraftText.Facts facts(Incident incident) {
    var rows = timeline.rows(incident.id(), TimelineQuery.all());
    var posts =
        rows.stream()
            .filter(row -> row.source() == RowSource.STATUS_POST)
            .map(
                row ->
                    new DraftText.Post(
                        String.valueOf(row.payload().get("status")), row.occurredAt()))
            .toList();
    var commanders =
        command.of(incident.id()).tenures().stream()
            .map(held -> new DraftText.Held(name(held.person()), held.from(), held.until()))
            .toList();
    var standing =
        runs.of(incident.id()).stream()
            .filter(IncidentRuns.RunLine::undoAvailable)
            .map(run -> "The run of \"%s\" was not undone.".formatted(run.title()))
            .toList();
    return new DraftText.Facts(
        incident, incidents.severities(incident.id()), commanders, posts, standing);
  }

  private String name(PersonId person) {
    return catalog.person(person).map(Person::name).orElse("Somebody");
  }

  /** Work goes on: a review under way is void, and the timeline is live again. */
  @EventListener
  void on(IncidentReopened event) {
    retrospectives
        .lock(event.incident())
        .filter(retrospective -> retrospective.state() != RetrospectiveState.DRAFT)
        .ifPresent(retrospective -> backToDraft(retrospective, event.at()));
  }

  private void backToDraft(Retrospective was, Instant at) {
    retrospectives.save(
        new Retrospective(
            was.incident(),
            RetrospectiveState.DRAFT,
            was.revision(),
            was.owner(),
            was.facilitator(),
            was.sections(),
            was.factors(),
            null,
            "The incident was reopened",
            null,
            was.draftedAt(),
            at,
            was.dueAt()),
        null,
        at);
  }
}
