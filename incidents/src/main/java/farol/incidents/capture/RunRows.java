package farol.incidents.capture;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowLink;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.runbooks.execution.RunEnded;
import farol.runbooks.execution.RunStarted;
import farol.runbooks.execution.RunUndone;
import farol.runbooks.execution.StepVerified;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What runbook runs tell, as rows. May be told twice: each fact has its key. */
@Component
class RunRows {
  private final Catalog catalog;
  private final Timeline timeline;

  RunRows(Catalog catalog, Timeline timeline) {
    this.catalog = catalog;
    this.timeline = timeline;
  }

  void started(RunStarted event, Instant now) {
    write(event.incident(), event.run(), "started", event.by(), event.sentence(), event.at(), now);
  }

  void ended(RunEnded event, Instant now) {
    write(event.incident(), event.run(), "ended", event.by(), event.sentence(), event.at(), now);
  }

  void undone(RunUndone event, Instant now) {
    write(event.incident(), event.run(), "undone", event.by(), event.sentence(), event.at(), now);
  }

  void verified(StepVerified event, Instant now) {
    var what = "step-verified:" + event.step();
    write(event.incident(), event.run(), what, event.by(), event.sentence(), event.at(), now);
  }

  private void write(
      @Nullable IncidentId incident,
      UUID run,
      String what,
      PersonId by,
      String sentence,
      Instant at,
      Instant now) {
    if (incident == null) {
      return;
    }
    var actor = catalog.person(by).map(RowActor::person).orElse(RowActor.FAROL);
    timeline.append(
        NewRow.of(actor, incident, RowSource.RUNBOOK, sentence, at)
            .key("run:%s:%s".formatted(run, what))
            .links(List.of(new RowLink("/runs/" + run, "Run")))
            .payload(Map.of("event", what, "run", run.toString()))
            .curated(!what.startsWith("step-verified")),
        now);
  }
}
