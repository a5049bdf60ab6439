package farol.incidents.room;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Team;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.Actions;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentKind;
import farol.incidents.command.IncidentQuery;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Incidents;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what is open, for the metrics: every label stands always, with 0 where nothing is. */
@Component
class StandingWorker {
  private final Incidents incidents;
  private final Retrospectives retrospectives;
  private final Actions actions;
  private final Catalog catalog;
  private final InstantSource clock;
  private final MultiGauge open;
  private final MultiGauge reviews;
  private final MultiGauge overdue;

  StandingWorker(
      Incidents incidents,
      Retrospectives retrospectives,
      Actions actions,
      Catalog catalog,
      InstantSource clock,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.retrospectives = retrospectives;
    this.actions = actions;
    this.catalog = catalog;
    this.clock = clock;
    this.open = MultiGauge.builder("farol.incidents.open").register(metrics);
    this.reviews = MultiGauge.builder("farol.retrospectives.open").register(metrics);
    this.overdue = MultiGauge.builder("farol.actions.overdue").register(metrics);
  }

  @Scheduled(fixedDelay = 15_000)
  void tick() {
    open.register(openIncidents(incidents.list(IncidentQuery.open())), true);
    reviews.register(openReviews(retrospectives.latest()), true);
    var late = actions.list(new Actions.Query(null, null, true), clock.instant());
    overdue.register(catalog.teams().stream().map(team -> overdue(team, late)).toList(), true);
  }

  private static List<Row<?>> openIncidents(List<Incident> found) {
    var rows = new ArrayList<Row<?>>();
    for (var kind : IncidentKind.values()) {
      for (var severity : IncidentSeverity.values()) {
        var count =
            found.stream()
                .filter(each -> each.kind() == kind && each.severity() == severity)
                .count();
        rows.add(Row.of(Tags.of("kind", kind.name(), "severity", severity.name()), count));
      }
    }
    return rows;
  }

  private static List<Row<?>> openReviews(List<Retrospective> found) {
    var rows = new ArrayList<Row<?>>();
    Arrays.stream(RetrospectiveState.values())
        .filter(state -> state != RetrospectiveState.CLOSED)
        .forEach(
            state ->
                rows.add(
                    Row.of(
                        Tags.of("state", state.name()),
                        found.stream().filter(each -> each.state() == state).count())));
    return rows;
  }

  private static Row<?> overdue(Team team, List<ActionItem> late) {
    var count = late.stream().filter(each -> team.members().contains(each.owner())).count();
    return Row.of(Tags.of("team", team.slug()), count);
  }
}
