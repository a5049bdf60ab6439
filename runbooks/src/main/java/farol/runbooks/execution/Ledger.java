package farol.runbooks.execution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the one who has a run in hand writes: every row names the fencing token and is refused when
 * it is not the latest, so that a node that slept writes nothing.
 */
@Component
class Ledger {
  private final RunStore store;
  private final Node node;
  private final RunEvents events;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  Ledger(
      RunStore store,
      Node node,
      RunEvents events,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.node = node;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Writes an attempt down before its first byte; refused once somebody asked to stop. */
  RunStep intent(Run run, RunStep step, String payloadHash, Map<String, Object> before) {
    var now = clock.instant();
    return inHand(
        run,
        fresh -> {
          if (fresh.stopRequested() || fresh.status() == Run.Status.PAUSED) {
            throw new Halted("stopped before the step was sent");
          }
          var intended = step.intent(now);
          store.update(run.id(), intended);
          store.journal(run, intended, "INTENT", now, node.boot(), null, payloadHash, before);
          return intended;
        });
  }

  /** Writes where the step stands and why. */
  RunStep move(
      Run run, RunStep to, String state, @Nullable String requestId, Map<String, Object> evidence) {
    var now = clock.instant();
    return inHand(
        run,
        _ -> {
          store.update(run.id(), to);
          store.journal(run, to, state, now, node.boot(), requestId, null, evidence);
          return to;
        });
  }

  /** Keeps what was observed of a step that stands where it stood: no news for the journal. */
  void keep(Run run, RunStep step) {
    inHand(
        run,
        _ -> {
          store.update(run.id(), step);
          return step;
        });
  }

  /** Changes the run itself; {@code also} joins the transaction. */
  Run change(Run run, UnaryOperator<Run> change, Consumer<Run> also) {
    return inHand(
        run,
        fresh -> {
          var changed = change.apply(fresh);
          store.update(changed);
          also.accept(changed);
          return changed;
        });
  }

  private <T> T inHand(Run run, java.util.function.Function<Run, T> write) {
    var written =
        transaction.execute(
            _ -> {
              if (!store.holds(run.id(), node.boot(), run.token(), clock.instant())) {
                throw new Halted("another node has the run in hand");
              }
              var fresh = store.find(run.id()).orElseThrow();
              if (fresh.status().ended()) {
                throw new Halted("the run ended");
              }
              events.moved(fresh);
              return write.apply(fresh);
            });
    return java.util.Objects.requireNonNull(written);
  }

  Instant now() {
    return clock.instant();
  }
}
