package farol.checklists.lifecycle;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.Owners;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves services over the board. Into production only the gate moves. */
@org.springframework.stereotype.Service
public class StageMoves {
  private static final int NOTE_MAX = 2_000;

  private final JdbcLifecycles lifecycles;
  private final Launches launches;
  private final Owners owners;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  StageMoves(
      JdbcLifecycles lifecycles,
      Launches launches,
      Owners owners,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.lifecycles = lifecycles;
    this.launches = launches;
    this.owners = owners;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Moves the service, through the gate where it goes to production, or refuses. */
  public Move move(Actor actor, Service service, Stage to, @Nullable String note) {
    owners.mustManage(actor, service);
    if (note != null && note.length() > NOTE_MAX) {
      throw Refusal.invalid("note", "has at most 2,000 characters");
    }
    return to == Stage.PRODUCTION
        ? launches.launch(actor, service, note)
        : required(transaction.execute(_ -> step(actor, service, to, note)));
  }

  /**
   * Takes in a service that stood in its stage before Farol knew it. Refused once the service was
   * moved; in production it counts as adopted, never as launched.
   */
  public Lifecycle adopt(Actor actor, Service service, Stage stage, Instant since) {
    actor.mustBe(Role.ADMIN);
    return required(
        transaction.execute(
            _ -> {
              if (lifecycles.find(service.id()).isPresent()) {
                throw Refusal.conflict("already-there", service.name() + " stands on the board");
              }
              lifecycles.lock(service.id(), since);
              var adopted = new Lifecycle(stage, since, stage.live(), stage.live() ? since : null);
              lifecycles.save(service.id(), adopted);
              audit.record(
                  actor,
                  clock.instant(),
                  "service.adopted",
                  "service/" + service.slug(),
                  null,
                  Map.of("stage", stage.word()));
              return adopted;
            }));
  }

  private Move step(Actor actor, Service service, Stage to, @Nullable String note) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var before = lifecycles.lock(service.id(), now);
    if (lifecycles.launching(service.id())) {
      throw Refusal.conflict("move-in-progress", service.name() + " is being launched");
    }
    Transitions.check(before.stage(), to);
    if (before.stage() == Stage.PRODUCTION
        && to == Stage.BETA
        && (note == null || note.isBlank())) {
      throw Refusal.invalid("note", "says why, where a service leaves production");
    }
    if (before.stage() == Stage.SUNSET) {
      actor.mustBe(Role.ADMIN);
    }
    var move =
        new Move(
            UUID.randomUUID(),
            service.id(),
            before.stage(),
            to,
            note,
            actor.person().id(),
            Move.State.DONE,
            null,
            null,
            now,
            null,
            List.of(),
            0,
            null);
    lifecycles.add(move, actor.onBehalfBy().map(person -> person.id()).orElse(null), null);
    lifecycles.save(service.id(), before.moved(to, now));
    audit.record(
        actor,
        now,
        "service.moved",
        "service/" + service.slug(),
        Map.of("stage", before.stage().word()),
        Map.of("stage", to.word()));
    events.publishEvent(new StageMoved(service.id(), service.slug(), before.stage(), to, now));
    return move;
  }

  private static <T> T required(@Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }
}
