package farol.checklists.lifecycle;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Service;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.gate.Gate;
import farol.checklists.gate.GateBody;
import farol.checklists.gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The three transactions of a launch: its intent, and its end once the mail is out or refused. */
@Component
class LaunchJournal {
  /** Longer than all tries of one sender; after it another node takes over. */
  static final Duration LEASE = Duration.ofSeconds(25);

  private final JdbcLifecycles lifecycles;
  private final Gate gate;
  private final EvidenceLog evidence;
  private final LaunchSettings settings;
  private final Catalog catalog;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final String console;

  LaunchJournal(
      JdbcLifecycles lifecycles,
      Gate gate,
      EvidenceLog evidence,
      LaunchSettings settings,
      Catalog catalog,
      Audit audit,
      ApplicationEventPublisher events,
      InstantSource clock,
      @Value("${farol.base-url:http://localhost:8080}") String console) {
    this.lifecycles = lifecycles;
    this.gate = gate;
    this.evidence = evidence;
    this.settings = settings;
    this.catalog = catalog;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.console = console.endsWith("/") ? console.substring(0, console.length() - 1) : console;
  }

  /** Asks the gate under the lock of the service and keeps the intent, or refuses. */
  @Transactional
  Move intend(Actor actor, Service service, @Nullable String note, boolean mailReady) {
    var now = now();
    var from = lifecycles.lock(service.id(), now).stage();
    if (lifecycles.launching(service.id())) {
      throw Refusal.conflict("move-in-progress", service.name() + " is being launched");
    }
    Transitions.check(from, Stage.PRODUCTION);
    var verdict = gate.verdictAt(service, Stage.PRODUCTION, now);
    var body = GateBody.of(verdict, false);
    refuseUnlessAllowed(verdict, body);
    var to = settings.values().to();
    if (!mailReady || to.isEmpty()) {
      throw Refusal.conflict(
          "no-mail-transport",
          mailReady
              ? "The launch settings name no list the launch mail would go to"
              : "No mail server is set, so the launch mail cannot be sent");
    }
    lifecycles.record(service.id(), Stage.PRODUCTION, "move", verdict.outcome().word(), body, now);
    var move = intent(actor, service, from, note, verdict, to, now);
    lifecycles.add(move, via(actor), now.plus(LEASE));
    return move;
  }

  /** The mail is out: the service moves, with the evidence of both. Harmless a second time. */
  @Transactional
  void done(Actor actor, Move move, Service service) {
    if (lifecycles.lockIntent(move.id()).isEmpty()) {
      return;
    }
    var sentAt = now();
    var before = lifecycles.lock(service.id(), sentAt);
    evidence.recordLaunch(
        service,
        "launch-email",
        sentAt,
        "The launch mail went to " + String.join(", ", move.recipients()),
        Map.of("messageId", String.valueOf(move.messageId()), "to", move.recipients()));
    evidence.recordLaunch(
        service,
        "production-board",
        move.at(),
        "Moved to production by the gate",
        Map.of("move", move.id().toString()));
    lifecycles.save(service.id(), before.moved(Stage.PRODUCTION, move.at()));
    lifecycles.finish(move, null, sentAt);
    audit.record(
        actor,
        sentAt,
        "service.launched",
        "service/" + service.slug(),
        Map.of("stage", move.from().word()),
        Map.of("stage", Stage.PRODUCTION.word()));
    events.publishEvent(
        new StageMoved(service.id(), service.slug(), move.from(), Stage.PRODUCTION, move.at()));
    events.publishEvent(new ServiceLaunched(service.id(), service.slug(), move.at()));
  }

  /** The mail was refused: the service stays where it is. */
  @Transactional
  void failed(Move move, String serverSaid) {
    if (lifecycles.lockIntent(move.id()).isPresent()) {
      lifecycles.finish(move, serverSaid, now());
    }
  }

  @Transactional
  List<Move> claimAbandoned(int limit) {
    return lifecycles.claimAbandoned(now(), LEASE, limit);
  }

  Move current(UUID id) {
    return lifecycles.move(id).orElseThrow();
  }

  LaunchMailer.Letter letter(Move move, Service service) {
    return LaunchLetter.of(
        move,
        service,
        catalog.team(service.team()).orElse(null),
        catalog.person(move.by()).orElse(null),
        settings.values().from(),
        console);
  }

  private Move intent(
      Actor actor,
      Service service,
      Stage from,
      @Nullable String note,
      Verdict verdict,
      List<String> to,
      Instant now) {
    var id = UUID.randomUUID();
    var sender = settings.values().from();
    var messageId = "<launch-%s@%s>".formatted(id, sender.substring(sender.indexOf('@') + 1));
    return new Move(
        id,
        service.id(),
        from,
        Stage.PRODUCTION,
        note,
        actor.person().id(),
        Move.State.INTENT,
        null,
        verdict.outcome().word(),
        now,
        messageId,
        to,
        1,
        null);
  }

  private static void refuseUnlessAllowed(Verdict verdict, GateBody body) {
    switch (verdict.outcome()) {
      case ALLOW, ALLOW_WITH_WAIVERS -> {}
      case DENY -> throw Refusal.conflict("gate-denied", verdict.reason(), Map.of("gate", body));
      case UNKNOWN ->
          throw Refusal.conflict("gate-unknown", verdict.reason(), Map.of("gate", body));
    }
  }

  private static @Nullable PersonId via(Actor actor) {
    return actor.onBehalfBy().map(person -> person.id()).orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
