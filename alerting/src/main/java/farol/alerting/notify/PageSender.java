package farol.alerting.notify;

import farol.alerting.storage.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends due pages. The intent is committed before the provider is called, outside of any
 * transaction and each page on its own thread, so that a slow channel holds up nobody else.
 */
@Component
class PageSender {
  static final int SEND_BATCH = 100;
  private static final int UNDER_WAY_MAX = 200;
  private static final Logger LOG = LoggerFactory.getLogger(PageSender.class);

  private final PageClaims claims;
  private final PageOutcomes outcomes;
  private final PageTexts texts;
  private final Map<ChannelType, Channel> channels = new EnumMap<>(ChannelType.class);
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final ExecutorService threads;
  private final Semaphore free = new Semaphore(UNDER_WAY_MAX);

  PageSender(
      PageClaims claims,
      PageOutcomes outcomes,
      PageTexts texts,
      List<Channel> channels,
      PlatformTransactionManager transactions,
      InstantSource clock,
      ExecutorService threads) {
    this.claims = claims;
    this.outcomes = outcomes;
    this.texts = texts;
    channels.forEach(channel -> this.channels.put(channel.type(), channel));
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.threads = threads;
  }

  @Autowired
  PageSender(
      PageClaims claims,
      PageOutcomes outcomes,
      PageTexts texts,
      List<Channel> channels,
      PlatformTransactionManager transactions,
      InstantSource clock,
      Wakeups wakeups,
      MeterRegistry meters) {
    this(
        claims,
        outcomes,
        texts,
        channels,
        transactions,
        clock,
        Executors.newVirtualThreadPerTaskExecutor());
    meters.gauge("farol_alerting_pages_under_way", free, f -> UNDER_WAY_MAX - f.availablePermits());
    wakeups.on(Pager.WAKE, this::tick);
  }

  @Scheduled(fixedDelay = 1_000)
  void tick() {
    int taken;
    int wanted;
    do {
      wanted = Math.min(SEND_BATCH, free.availablePermits());
      taken = wanted == 0 ? 0 : sendSome(wanted);
    } while (taken > 0 && taken == wanted);
  }

  private int sendSome(int limit) {
    var claimed = transaction.execute(_ -> claims.claim(clock.instant(), limit));
    if (claimed == null) {
      return 0;
    }
    for (var one : claimed) {
      free.acquireUninterruptibly();
      threads.execute(() -> sendOne(one));
    }
    return claimed.size();
  }

  private void sendOne(PageClaims.Claimed claimed) {
    try {
      var delivery = deliver(claimed);
      outcomes.record(claimed.page(), delivery, clock.instant());
    } catch (RuntimeException failed) {
      LOG.warn("Page {} has no recorded outcome; its lease runs out", claimed.page().id(), failed);
    } finally {
      free.release();
    }
  }

  private Delivery deliver(PageClaims.Claimed claimed) {
    var page = claimed.page();
    var channel = channels.get(page.channel());
    if (channel == null) {
      return new Delivery.Permanent("channel %s is not built".formatted(page.channel()));
    }
    try {
      return channel.deliver(texts.message(page, claimed.group(), clock.instant()));
    } catch (RuntimeException broken) {
      LOG.warn("Channel {} failed on page {}", page.channel(), page.id(), broken);
      return new Delivery.Temporary(String.valueOf(broken.getMessage()));
    }
  }

  /** Waits until nothing is under way. */
  void settle() {
    free.acquireUninterruptibly(UNDER_WAY_MAX);
    free.release(UNDER_WAY_MAX);
  }

  @PreDestroy
  void stop() {
    threads.close();
  }
}
