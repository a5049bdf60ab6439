package farol.checklists.lifecycle;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import farol.checklists.checklist.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move over the board. A launch is kept as an intent before its mail and done after it.
 *
 * @param by whose move it is
 * @param verdict the word of the verdict that allowed it; null where no gate was asked
 * @param messageId of the launch mail, chosen with the intent; null for any other move
 * @param failure the mail server's words, once failed
 */
public record Move(
    UUID id,
    ServiceId service,
    Stage from,
    Stage to,
    @Nullable String note,
    PersonId by,
    State state,
    @Nullable String failure,
    @Nullable String verdict,
    Instant at,
    @Nullable String messageId,
    List<String> recipients,
    int attempts,
    @Nullable Instant sentAt) {
  /** How far it is. */
  public enum State {
    INTENT,
    DONE,
    FAILED
  }

  public Move {
    recipients = List.copyOf(recipients);
  }

  Move sent(Instant when) {
    return new Move(
        id,
        service,
        from,
        to,
        note,
        by,
        State.DONE,
        null,
        verdict,
        at,
        messageId,
        recipients,
        attempts,
        when);
  }
}
