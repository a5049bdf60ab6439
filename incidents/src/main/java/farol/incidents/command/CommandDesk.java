package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who commands: accepting, offering, handing over. Every command locks the incident first, so two
 * at once are decided one after the other.
 */
@Service
public class CommandDesk {
  private final JdbcIncidents incidents;
  private final JdbcCommands commands;
  private final Leads leads;
  private final Chronicle chronicle;
  private final CommanderPaging paging;
  private final CommandTaking taking;
  private final Brief brief;
  private final Catalog catalog;
  private final MeterRegistry metrics;

  CommandDesk(
      JdbcIncidents incidents,
      JdbcCommands commands,
      Leads leads,
      Chronicle chronicle,
      CommanderPaging paging,
      CommandTaking taking,
      Brief brief,
      Catalog catalog,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.commands = commands;
    this.leads = leads;
    this.chronicle = chronicle;
    this.paging = paging;
    this.taking = taking;
    this.brief = brief;
    this.catalog = catalog;
    this.metrics = metrics;
  }

  @Transactional(readOnly = true)
  public Command of(IncidentId incident) {
    return commands.load(incident);
  }

  /** Takes command; the holder who accepts again changes nothing. */
  @Transactional
  public Incident accept(Actor actor, IncidentId id, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lockOpen(id, now);
    var before = commands.load(id);
    var at = before.notBefore(now);
    var person = actor.person();
    var outcome = before.accept(person.id(), isTrained(person), holderTrained(before), at);
    return switch (outcome) {
      case Command.Outcome.Unchanged() -> incident;
      case Command.Outcome.Refused(var why) -> throw refusal(why, before);
      case Command.Outcome.Changed(var after) -> {
        commands.save(id, before, after);
        yield taking.taken(actor, incident, after, "takes command", at);
      }
    };
  }

  /** Proposes a handoff; the holder commands until it is accepted. */
  @Transactional
  public Offer offer(Actor actor, IncidentId id, PersonId to, @Nullable String note, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var receiver = receiver(actor, to);
    var incident = lockOpen(id, now);
    var before = commands.load(id);
    var proposed = Offer.of(actor.person().id(), to, note, brief.of(incident, before, now), now);
    return switch (before.propose(proposed)) {
      case Command.Outcome.Refused(var why) -> throw refusal(why, before);
      case Command.Outcome.Unchanged() -> proposed;
      case Command.Outcome.Changed(var after) -> {
        commands.save(id, before, after);
        var text =
            "%s offers command to %s".formatted(first(actor.person()), first(receiver))
                + (note == null ? "" : ": " + note);
        chronicle.row(
            actor, incident, RowSource.ROLE, text, Map.of("offeredTo", receiver.handle()), now);
        chronicle.audit(actor, incident, "command-offered", null, receiver.handle(), now);
        yield proposed;
      }
    };
  }

  private Person receiver(Actor actor, PersonId to) {
    if (to.equals(actor.person().id())) {
      throw Refusal.invalid("to", "is the person who offers");
    }
    return catalog
        .person(to)
        .filter(person -> person.may(Role.RESPONDER))
        .orElseThrow(() -> Refusal.invalid("to", "names nobody who may respond"));
  }

  @Transactional
  public Incident acceptOffer(Actor actor, IncidentId id, UUID offer, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lockOpen(id, now);
    var before = commands.load(id);
    var at = before.notBefore(now);
    return switch (before.acceptOffer(offer, actor.person().id(), at)) {
      case Command.Outcome.Refused(var why) -> throw refusal(why, before);
      case Command.Outcome.Unchanged() -> incident;
      case Command.Outcome.Changed(var after) -> {
        commands.save(id, before, after);
        handoffs("accepted");
        yield taking.taken(actor, incident, after, "takes over command", at);
      }
    };
  }

  @Transactional
  public Incident refuseOffer(
      Actor actor, IncidentId id, UUID offer, @Nullable String reason, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lockOpen(id, now);
    var before = commands.load(id);
    var outcome = before.refuseOffer(offer, actor.person().id(), now);
    var why = reason == null ? "" : ": " + reason;
    return closeOffer(actor, incident, before, outcome, "refuses command" + why, "refused", now);
  }

  /** The holder or the deputy takes the offer back. */
  @Transactional
  public Incident withdrawOffer(Actor actor, IncidentId id, UUID offer, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = lockOpen(id, now);
    var before = commands.load(id);
    var me = actor.person().id();
    var may = before.holder().filter(me::equals).isPresent() || leads.isDeputy(me, incident);
    var outcome = before.withdrawOffer(offer, may, now);
    return closeOffer(
        actor, incident, before, outcome, "withdraws the offer of command", "withdrawn", now);
  }

  private Incident closeOffer(
      Actor actor,
      Incident incident,
      Command before,
      Command.Outcome outcome,
      String sentence,
      String word,
      Instant now) {
    return switch (outcome) {
      case Command.Outcome.Refused(var why) -> throw refusal(why, before);
      case Command.Outcome.Unchanged() -> incident;
      case Command.Outcome.Changed(var after) -> {
        commands.save(incident.id(), before, after);
        chronicle.row(
            actor,
            incident,
            RowSource.ROLE,
            first(actor.person()) + " " + sentence,
            Map.of("offer", word),
            now);
        chronicle.audit(actor, incident, "command-offer-" + word, null, null, now);
        handoffs(word);
        yield incidents.save(incident);
      }
    };
  }

  /** Closes a pending offer whose time is over, with a row that says so. */
  @Transactional
  public void expireOffer(IncidentId id, Instant now) {
    incidents.lock(id).ifPresent(incident -> expire(incident, now));
  }

  private void expire(Incident incident, Instant now) {
    var before = commands.load(incident.id());
    switch (before.expireOffer(now)) {
      case Command.Outcome.Changed(var after) -> {
        commands.save(incident.id(), before, after);
        var to =
            before.pendingOffer().map(Offer::to).flatMap(catalog::person).map(CommandDesk::first);
        chronicle.byItself(
            incident,
            RowSource.ROLE,
            "The offer of command to %s expired".formatted(to.orElse("somebody")),
            false,
            now);
        handoffs("expired");
      }
      case Command.Outcome.Unchanged(), Command.Outcome.Refused(_) -> {}
    }
  }

  /** Opens the tenure of the person who reopens the incident. */
  Incident reopened(Actor actor, Incident incident, Instant now) {
    var before = commands.load(incident.id());
    var at = before.notBefore(now);
    var after = before.reopened(actor.person().id(), at);
    commands.save(incident.id(), before, after);
    return taking.taken(actor, incident, after, "takes command", at);
  }

  /** Ends the tenure under way, withdraws a pending offer, and answers the instant of both. */
  Instant ended(Incident incident, Instant now) {
    var before = commands.load(incident.id());
    var at = before.notBefore(now);
    commands.save(incident.id(), before, before.ended(at));
    paging.callOff(incident, at);
    return at;
  }

  private Incident lockOpen(IncidentId id, Instant now) {
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (!incident.state().open()) {
      throw Refusal.conflict(
          "transition-not-allowed",
          "%s is %s: reopen it first".formatted(incident.key(), incident.state()),
          Map.of(
              "from",
              incident.state(),
              "allowed",
              Lifecycle.allowed(incident.state(), incident.severity())));
    }
    expire(incident, now);
    return incident;
  }

  private Refusal refusal(Command.Why why, Command command) {
    var holder = command.holder().flatMap(catalog::person);
    var name = holder.map(CommandDesk::first).orElse("Nobody");
    return switch (why) {
      case HELD ->
          Refusal.conflict(
              "command-held",
              name + " has command",
              Map.of("holder", holder.map(Person::handle).orElse("")));
      case OFFER_PENDING -> Refusal.conflict("offer-pending", "Another offer waits for its answer");
      case OFFER_CLOSED -> Refusal.conflict("offer-closed", "This offer is closed");
      case NOT_IN_COMMAND ->
          Refusal.conflict("not-in-command", name + " has command, and only the holder may offer");
      case WRONG_PERSON -> Refusal.forbidden("This offer is for somebody else");
    };
  }

  private boolean holderTrained(Command command) {
    return command.holder().flatMap(catalog::person).filter(CommandDesk::isTrained).isPresent();
  }

  /** Whether the person was trained to command: the role says so. */
  public static boolean isTrained(Person person) {
    return person.may(Role.COMMANDER);
  }

  /** Whether the person stands on the bench: trained, active, and not there for the machine. */
  public static boolean onBench(Person person) {
    return isTrained(person) && person.role() != Role.ADMIN;
  }

  private static String first(Person person) {
    return person.firstName();
  }

  private void handoffs(String outcome) {
    metrics.counter("farol.incident.handoffs", "outcome", outcome).increment();
  }
}
