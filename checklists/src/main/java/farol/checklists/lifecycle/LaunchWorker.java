package farol.checklists.lifecycle;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.door.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes launches whose node went away between intent and end, with the same message id. */
@Component
class LaunchWorker {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchWorker.class);
  private static final int BATCH = 5;

  private final LaunchJournal journal;
  private final Launches launches;
  private final Catalog catalog;

  LaunchWorker(LaunchJournal journal, Launches launches, Catalog catalog) {
    this.journal = journal;
    this.launches = launches;
    this.catalog = catalog;
  }

  @Scheduled(fixedDelay = 1000)
  void tick() {
    journal.claimAbandoned(BATCH).forEach(this::finish);
  }

  private void finish(Move move) {
    var service = catalog.service(move.service());
    var person = catalog.person(move.by());
    if (service.isEmpty() || person.isEmpty()) {
      journal.failed(move, "The service or the person is gone");
      return;
    }
    try {
      var actor = new Actor(person.get(), Actor.Via.SYSTEM, null, "launch worker");
      launches.finish(actor, move, service.get());
    } catch (Refusal refused) {
      LOG.info("Launch {} of {}: {}", move.id(), service.get().slug(), refused.detail());
    }
  }
}
