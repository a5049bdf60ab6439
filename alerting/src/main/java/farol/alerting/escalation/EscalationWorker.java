package farol.alerting.escalation;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.notify.UnreachableLevels;
import farol.alerting.storage.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes ladders as they fall due, each in a transaction of its own so that a bad one holds up
 * nobody else. Any number of nodes may run it.
 */
@Component
class EscalationWorker implements UnreachableLevels {
  static final int PER_TICK = 500;
  static final int FAILURES_MAX = 7;
  static final Duration LAST_RESORT_FAILED_AGAIN = Duration.ofSeconds(60);
  private static final int ERROR_MAX = 500;
  private static final int UNTOLD_BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(EscalationWorker.class);

  private final Escalations escalations;
  private final EscalationEngine engine;
  private final AlertGroups groups;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final TransactionTemplate transaction;

  EscalationWorker(
      Escalations escalations,
      EscalationEngine engine,
      AlertGroups groups,
      Wakeups wakeups,
      InstantSource clock,
      MeterRegistry meters,
      PlatformTransactionManager transactions) {
    this.escalations = escalations;
    this.engine = engine;
    this.groups = groups;
    this.wakeups = wakeups;
    this.clock = clock;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
    wakeups.on(Ladder.WAKE, this::tick);
  }

  @Scheduled(fixedDelay = 1_000)
  void tick() {
    var moved = 0;
    while (moved < PER_TICK && moveOneOn()) {
      moved++;
    }
    tellExhausted();
  }

  /** Answers whether there was one. */
  private boolean moveOneOn() {
    var taken = new AtomicReference<Escalations.Due>();
    var now = clock.instant();
    try {
      transaction.executeWithoutResult(
          _ ->
              escalations
                  .lockDue(now)
                  .ifPresent(
                      due -> {
                        taken.set(due);
                        engine.moveOn(due, now);
                      }));
    } catch (RuntimeException failed) {
      var due = taken.get();
      if (due == null) {
        throw failed;
      }
      putOff(due, failed, now);
    }
    var due = taken.get();
    if (due != null) {
      meters
          .timer("farol_alerting_escalation_lag_seconds")
          .record(Duration.between(due.dueAt(), now));
    }
    return due != null;
  }

  private void putOff(Escalations.Due due, RuntimeException failed, Instant now) {
    LOG.error("The ladder of group {} cannot move on", due.group().value(), failed);
    var error = String.valueOf(failed.getMessage());
    var cut = error.substring(0, Math.min(error.length(), ERROR_MAX));
    var until = due.failures() + 1 < FAILURES_MAX ? now.plusSeconds(1L << due.failures()) : null;
    transaction.executeWithoutResult(_ -> escalations.putOff(due.id(), cut, until));
  }

  /** Locks the group before the ladder, as every command on alerts does. */
  private void tellExhausted() {
    for (var group : escalations.untold(UNTOLD_BATCH)) {
      tell(group);
    }
  }

  private void tell(AlertGroupId group) {
    try {
      transaction.executeWithoutResult(
          _ -> {
            groups.exhausted(group, clock.instant());
            escalations.told(group);
          });
    } catch (RuntimeException failed) {
      LOG.warn("Alerts could not record that group {} is exhausted", group.value(), failed);
    }
  }

  @Override
  public void nobodyReached(UUID escalation, int pass, int level, Instant now) {
    transaction.executeWithoutResult(
        _ -> {
          if (level == 0) {
            escalations.hurryLastResort(escalation, now.plus(LAST_RESORT_FAILED_AGAIN));
          } else if (escalations.hurry(escalation, new Plan.Position(pass, level), now)) {
            wakeups.wake(Ladder.WAKE);
          }
        });
  }
}
