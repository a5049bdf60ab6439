package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who commands an incident and who did: the tenures, oldest first, and the last offer. Pure. From
 * the first acceptance to the end exactly one tenure is open, and tenures touch.
 */
public record Command(List<Tenure> tenures, @Nullable Offer offer) {
  public static final Command NOBODY = new Command(List.of(), null);

  /** What a command comes to. */
  public sealed interface Outcome {
    record Changed(Command command) implements Outcome {}

    record Unchanged() implements Outcome {}

    record Refused(Why why) implements Outcome {}
  }

  /** Why a command was refused. */
  public enum Why {
    HELD,
    OFFER_PENDING,
    OFFER_CLOSED,
    NOT_IN_COMMAND,
    WRONG_PERSON
  }

  public Command {
    tenures = List.copyOf(tenures);
  }

  /** The tenure under way. */
  public Optional<Tenure> open() {
    return last().filter(Tenure::open);
  }

  public Optional<Tenure> last() {
    return tenures.isEmpty() ? Optional.empty() : Optional.of(tenures.getLast());
  }

  public Optional<PersonId> holder() {
    return open().map(Tenure::person);
  }

  public Optional<Offer> pendingOffer() {
    return Optional.ofNullable(offer).filter(Offer::pending);
  }

  /** The earliest instant at which the next change may stand: clocks of two nodes may differ. */
  public Instant notBefore(Instant now) {
    var boundary = last().map(tenure -> tenure.until() == null ? tenure.from() : tenure.until());
    return boundary.filter(now::isBefore).orElse(now);
  }

  /**
   * The person takes command. A trained commander relieves an acting one; otherwise the first
   * holder stays.
   */
  public Outcome accept(PersonId person, boolean trained, boolean holderTrained, Instant at) {
    var holder = holder();
    if (holder.isEmpty()) {
      return new Outcome.Changed(opened(person, Tenure.How.ACCEPTED, at));
    }
    if (holder.get().equals(person)) {
      return new Outcome.Unchanged();
    }
    return trained && !holderTrained
        ? new Outcome.Changed(opened(person, Tenure.How.TOOK_OVER, at))
        : new Outcome.Refused(Why.HELD);
  }

  public Outcome propose(Offer proposed) {
    if (!holder().equals(Optional.of(proposed.from()))) {
      return new Outcome.Refused(Why.NOT_IN_COMMAND);
    }
    if (pendingOffer().isPresent()) {
      return new Outcome.Refused(Why.OFFER_PENDING);
    }
    return new Outcome.Changed(new Command(tenures, proposed));
  }

  /** The person offered accepts: the old tenure ends and the new one begins at one instant. */
  public Outcome acceptOffer(UUID id, PersonId person, Instant at) {
    return answer(id, person, at, open -> open.opened(person, Tenure.How.HANDED_OVER, at));
  }

  public Outcome refuseOffer(UUID id, PersonId person, Instant at) {
    return answer(id, person, at, open -> open.offerClosed(Offer.State.REFUSED, at));
  }

  private Outcome answer(UUID id, PersonId person, Instant at, UnaryOperator<Command> change) {
    var asked = offer;
    if (asked == null || !asked.id().equals(id) || !asked.pending() || asked.dueAt(at)) {
      return new Outcome.Refused(Why.OFFER_CLOSED);
    }
    if (!asked.to().equals(person)) {
      return new Outcome.Refused(Why.WRONG_PERSON);
    }
    return new Outcome.Changed(change.apply(this));
  }

  /** The holder, or the deputy, takes the offer back. */
  public Outcome withdrawOffer(UUID id, boolean mayWithdraw, Instant at) {
    var asked = offer;
    if (asked == null || !asked.id().equals(id) || !asked.pending() || asked.dueAt(at)) {
      return new Outcome.Refused(Why.OFFER_CLOSED);
    }
    return mayWithdraw
        ? new Outcome.Changed(offerClosed(Offer.State.WITHDRAWN, at))
        : new Outcome.Refused(Why.WRONG_PERSON);
  }

  /** Closes the offer if its time is over. */
  public Outcome expireOffer(Instant now) {
    var asked = offer;
    return asked != null && asked.dueAt(now)
        ? new Outcome.Changed(offerClosed(Offer.State.EXPIRED, now))
        : new Outcome.Unchanged();
  }

  /** Nobody commands any more: the incident is over. A pending offer is withdrawn. */
  public Command ended(Instant at) {
    var closed = offerClosed(Offer.State.WITHDRAWN, at);
    return new Command(withLastEnded(at), closed.offer());
  }

  /** The person who reopens commands at once. */
  public Command reopened(PersonId person, Instant at) {
    return opened(person, Tenure.How.REOPENED, at);
  }

  private Command opened(PersonId person, Tenure.How how, Instant at) {
    var next = new ArrayList<>(withLastEnded(at));
    next.add(new Tenure(UUID.randomUUID(), person, at, null, how));
    var state = how == Tenure.How.HANDED_OVER ? Offer.State.ACCEPTED : Offer.State.WITHDRAWN;
    return new Command(next, offerClosed(state, at).offer());
  }

  private List<Tenure> withLastEnded(Instant at) {
    if (open().isEmpty()) {
      return tenures;
    }
    var next = new ArrayList<>(tenures);
    next.set(next.size() - 1, next.getLast().endedAt(at));
    return next;
  }

  private Command offerClosed(Offer.State as, Instant at) {
    var asked = offer;
    return new Command(tenures, asked != null && asked.pending() ? asked.closed(as, at) : asked);
  }
}
