package farol.alerting.notify;

import farol.alerting.catalog.Catalog;
import farol.alerting.storage.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records how an attempt ended and decides what comes of it. */
@Component
class PageOutcomes {
  /** What is waited after each attempt that failed for now. */
  static final List<Duration> RETRY_AFTER =
      List.of(1, 2, 4, 8, 15, 15).stream().map(Duration::ofSeconds).toList();

  private static final int FAILURES_BEFORE_NEXT_METHOD = 2;

  private final Ledger ledger;
  private final Outbox outbox;
  private final Catalog catalog;
  private final UnreachableLevels levels;
  private final ApplicationEventPublisher events;
  private final Wakeups wakeups;
  private final MeterRegistry meters;
  private final TransactionTemplate transaction;

  PageOutcomes(
      Ledger ledger,
      Outbox outbox,
      Catalog catalog,
      UnreachableLevels levels,
      ApplicationEventPublisher events,
      Wakeups wakeups,
      MeterRegistry meters,
      PlatformTransactionManager transactions) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.catalog = catalog;
    this.levels = levels;
    this.events = events;
    this.wakeups = wakeups;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
  }

  void record(Page page, Delivery delivery, Instant now) {
    switch (delivery) {
      case Delivery.Sent(var answer) -> sent(page, answer, now);
      case Delivery.Temporary(var answer) -> failedForNow(page, answer, now);
      case Delivery.Permanent(var answer) -> failed(page, "PERMANENT", answer, now);
    }
  }

  private void sent(Page page, String answer, Instant now) {
    transaction.executeWithoutResult(
        _ -> {
          ledger.endAttempt(page.id(), page.attempts(), "SENT", answer, now);
          if (ledger.sent(page, now)) {
            outbox.sent(page.id(), now);
            announce(page, now);
          }
        });
    count(page, PageState.SENT);
    Timer.builder("farol_alerting_accept_to_send_seconds")
        .tag("channel", page.channel().name())
        .tag("urgency", page.urgency().name())
        .publishPercentileHistogram()
        .register(meters)
        .record(Duration.between(page.acceptedAt(), now));
  }

  private void announce(Page page, Instant now) {
    var person = page.person();
    if (person != null) {
      events.publishEvent(
          new PageSent(
              page.id(),
              page.group(),
              page.alert(),
              person,
              page.channel().name(),
              page.pass(),
              page.level(),
              now));
    }
  }

  private void failedForNow(Page page, String answer, Instant now) {
    if (page.attempts() >= Page.ATTEMPTS_MAX) {
      failed(page, "TEMPORARY", answer, now);
      return;
    }
    transaction.executeWithoutResult(
        _ -> {
          ledger.endAttempt(page.id(), page.attempts(), "TEMPORARY", answer, now);
          var again = now.plus(RETRY_AFTER.get(page.attempts() - 1));
          if (ledger.retry(page, answer, again)
              && page.attempts() == FAILURES_BEFORE_NEXT_METHOD
              && ledger.startNextMethod(page, now)) {
            wakeups.wake(Pager.WAKE);
          }
        });
  }

  private void failed(Page page, String outcome, String answer, Instant now) {
    var levelIsLost =
        transaction.execute(
            _ -> {
              ledger.oneAtATime(page.escalation());
              ledger.endAttempt(page.id(), page.attempts(), outcome, answer, now);
              return ledger.fail(page, answer)
                  && !tryNextMethod(page, now)
                  && ledger.allFailed(page);
            });
    count(page, PageState.FAILED);
    if (Boolean.TRUE.equals(levelIsLost)) {
      levels.nobodyReached(page.escalation(), page.pass(), page.level(), now);
    }
  }

  private boolean tryNextMethod(Page page, Instant now) {
    var found = ledger.startNextMethod(page, now) || tryOwnMail(page, now);
    if (found) {
      wakeups.wake(Pager.WAKE);
    }
    return found;
  }

  /** When every method failed there is still the address of the catalog. */
  private boolean tryOwnMail(Page page, Instant now) {
    var person = page.person();
    if (person == null || ledger.hasMail(page)) {
      return false;
    }
    var own = catalog.person(person).flatMap(Reach::ownMail);
    own.ifPresent(way -> ledger.planAfter(page, way, now));
    return own.isPresent();
  }

  private void count(Page page, PageState state) {
    meters
        .counter(
            "farol_alerting_pages_total", "channel", page.channel().name(), "state", state.name())
        .increment();
  }
}
