package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroupId;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes pages into the ledger; senders take them from there. Joins the caller's transaction. */
@Service
public class Pager {
  /** The channel on which senders are woken. */
  static final String WAKE = "pages";

  /**
   * The level for which somebody is paged.
   *
   * @param level 1-based; 0 is the last resort
   * @param target the kind of target, such as {@code ON_CALL}
   */
  public record Rung(UUID escalation, AlertGroup group, int pass, int level, String target) {}

  private final Ledger ledger;
  private final Reach reach;
  private final Catalog catalog;
  private final Wakeups wakeups;

  Pager(Ledger ledger, Reach reach, Catalog catalog, Wakeups wakeups) {
    this.ledger = ledger;
    this.reach = reach;
    this.catalog = catalog;
    this.wakeups = wakeups;
  }

  /** Whether there is any way to the person. */
  public boolean canReach(Person person, AlertGroup group) {
    return !reach.ways(person, group.urgency()).isEmpty();
  }

  /** Plans the pages to one person: one per entry of the person's rules. */
  public void page(Rung rung, PersonId personId, Instant now) {
    var person = catalog.person(personId).orElseThrow();
    for (var way : reach.ways(person, rung.group.urgency())) {
      ledger.plan(rung, personId, way, now);
    }
    wakeups.wake(WAKE);
  }

  /** Plans a page to an address of the installation that belongs to nobody in particular. */
  public void pageAddress(Rung rung, String url, Instant now) {
    var way = new Reach.Way(ChannelType.WEBHOOK, null, url, Duration.ZERO, "LAST_RESORT");
    ledger.plan(rung, null, way, now);
    wakeups.wake(WAKE);
  }

  /** Records why a person, or a whole level, is not paged. */
  public void note(Rung rung, @Nullable PersonId person, String reason, Instant now) {
    ledger.note(rung, person, reason, now);
  }

  /** Cancels what has not left. */
  public void cancel(AlertGroupId group, String reason) {
    ledger.cancelPlanned(group, reason);
  }
}
