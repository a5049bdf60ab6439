package farol.checklists.lifecycle;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Service;
import farol.alerting.door.Refusal;
import farol.checklists.lifecycle.LaunchMailer.Letter;
import farol.checklists.lifecycle.LaunchMailer.NotTaken;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Launches a service: intent, mail, move. The mail is sent outside every transaction. */
@Component
class Launches {
  /** The pauses before the second and the third try. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final LaunchJournal journal;
  private final LaunchMailer mailer;
  private final MeterRegistry meters;
  private final List<Duration> pauses;

  @Autowired
  Launches(LaunchJournal journal, LaunchMailer mailer, MeterRegistry meters) {
    this(journal, mailer, meters, PAUSES);
  }

  Launches(
      LaunchJournal journal, LaunchMailer mailer, MeterRegistry meters, List<Duration> pauses) {
    this.journal = journal;
    this.mailer = mailer;
    this.meters = meters;
    this.pauses = List.copyOf(pauses);
  }

  /** Launches the service, or refuses and leaves it where it stands. */
  Move launch(Actor actor, Service service, @Nullable String note) {
    return finish(actor, journal.intend(actor, service, note, mailer.ready()), service);
  }

  /** Sends the mail of an intent and ends it. */
  Move finish(Actor actor, Move move, Service service) {
    var refused = sent(journal.letter(move, service), 0);
    if (refused != null) {
      journal.failed(move, refused);
      meters.counter("farol.launches", "outcome", "failed").increment();
      throw Refusal.conflict("launch-email-failed", "The mail was not taken: " + refused);
    }
    journal.done(actor, move, service);
    meters.counter("farol.launches", "outcome", "launched").increment();
    return journal.current(move.id());
  }

  /** The server's words when it would not take the mail, null once it has. */
  private @Nullable String sent(Letter letter, int tried) {
    try {
      mailer.send(letter);
      return null;
    } catch (NotTaken refused) {
      if (!refused.later() || tried == pauses.size()) {
        return String.valueOf(refused.getMessage());
      }
    }
    LockSupport.parkNanos(pauses.get(tried).toNanos());
    return sent(letter, tried + 1);
  }
}
