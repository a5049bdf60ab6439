package farol.incidents.command;

import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff proposed. It changes nothing until accepted.
 *
 * @param brief the handover text as built when the offer was made
 */
public record Offer(
    UUID id,
    PersonId from,
    PersonId to,
    @Nullable String note,
    String brief,
    Instant offeredAt,
    Instant expiresAt,
    State state,
    @Nullable Instant closedAt) {
  public static final Duration EXPIRY = Duration.ofMinutes(10);
  public static final int NOTE_MAX = 2000;

  /** Where an offer stands. */
  public enum State {
    PENDING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
  }

  static Offer of(PersonId from, PersonId to, @Nullable String note, String brief, Instant now) {
    return new Offer(
        UUID.randomUUID(), from, to, note, brief, now, now.plus(EXPIRY), State.PENDING, null);
  }

  public boolean pending() {
    return state == State.PENDING;
  }

  boolean dueAt(Instant now) {
    return pending() && !now.isBefore(expiresAt);
  }

  Offer closed(State as, Instant at) {
    return new Offer(id, from, to, note, brief, offeredAt, expiresAt, as, at);
  }
}
