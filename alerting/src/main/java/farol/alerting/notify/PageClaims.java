package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes due pages for sending, in one transaction of the caller: the group is read again, what is
 * no longer needed is cancelled, and the intent of the rest is recorded.
 */
@Component
class PageClaims {
  static final Duration LOOK_AGAIN_FOR_MAIL_SERVER = Duration.ofSeconds(30);
  static final String NO_MAIL_SERVER = "no mail server configured";

  private final Ledger ledger;
  private final AlertGroups groups;
  private final MailTransport mail;
  private final Outbox outbox;
  private final PageTexts texts;

  PageClaims(
      Ledger ledger, AlertGroups groups, MailTransport mail, Outbox outbox, PageTexts texts) {
    this.ledger = ledger;
    this.groups = groups;
    this.mail = mail;
    this.outbox = outbox;
    this.texts = texts;
  }

  /** A page whose intent is recorded, with the group as it stood then. */
  record Claimed(Page page, AlertGroup group) {}

  List<Claimed> claim(Instant now, int limit) {
    var known = new HashMap<AlertGroupId, Optional<AlertGroup>>();
    var claimed = new ArrayList<Claimed>();
    for (var page : ledger.lockDue(now, limit)) {
      var group = known.computeIfAbsent(page.group(), groups::group);
      if (group.isEmpty() || group.get().state() != AlertState.TRIGGERED) {
        drop(page, group.map(AlertGroup::state).orElse(AlertState.RESOLVED), now);
      } else if (page.attempts() >= Page.ATTEMPTS_MAX) {
        ledger.endAttempt(page.id(), page.attempts(), "UNKNOWN", "no answer within the lease", now);
        ledger.settle(
            page.id(),
            PageState.UNKNOWN,
            "no answer to any of %d attempts".formatted(Page.ATTEMPTS_MAX));
      } else if (page.channel() == ChannelType.EMAIL && !mail.isConfigured()) {
        queue(page, group.get(), now);
      } else {
        var begun = page.begun();
        ledger.begin(begun, now);
        claimed.add(new Claimed(begun, group.get()));
      }
    }
    return claimed;
  }

  /** What is under way without an answer may have arrived: that is not the same as cancelled. */
  private void drop(Page page, AlertState state, Instant now) {
    var reason = state.name().toLowerCase(Locale.ROOT);
    if (page.state() == PageState.INTENT) {
      ledger.endAttempt(page.id(), page.attempts(), "UNKNOWN", "no answer within the lease", now);
      ledger.settle(page.id(), PageState.UNKNOWN, "no answer; " + reason + " meanwhile");
    } else {
      ledger.settle(page.id(), PageState.CANCELLED, reason);
    }
  }

  private void queue(Page page, AlertGroup group, Instant now) {
    outbox.keep(texts.mail(texts.message(page, group, now)), now);
    ledger.postpone(page.id(), NO_MAIL_SERVER, now.plus(LOOK_AGAIN_FOR_MAIL_SERVER));
  }
}
