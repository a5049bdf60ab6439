package farol.statuspage.renderer;

import farol.statuspage.component.PageSettings;
import farol.statuspage.snapshot.SnapshotSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns what stands in the database into the next set: reads at one point of isolation, draws
 * outside any transaction, stores set and rendered events in one.
 */
class Renderer {
  private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);

  private final PageSettings settings;
  private final PageReader reader;
  private final Snapshots snapshots;
  private final SetPress press;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;
  private SetPress.@Nullable Before before;

  Renderer(
      PageSettings settings,
      PageReader reader,
      Snapshots snapshots,
      SetPress press,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.reader = reader;
    this.snapshots = snapshots;
    this.press = press;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writing = new TransactionTemplate(transactions);
  }

  private record Reading(List<Long> events, PageState state) {}

  /** Whether something changed, a promise broke, or the newest set is a third of its life old. */
  boolean isDue(Instant now) {
    var live = snapshots.live();
    if (live.isEmpty() || !snapshots.waiting().isEmpty()) {
      return true;
    }
    var last = live.get();
    var life = Duration.between(last.asOf(), last.validUntil());
    return !now.isBefore(last.asOf().plus(life.dividedBy(3)))
        || snapshots.promiseBroke(last.asOf(), now);
  }

  /** Renders and stores the next set. */
  SnapshotSet render(Instant now) {
    settings.page();
    var read =
        java.util.Objects.requireNonNull(
            reading.execute(_ -> new Reading(snapshots.waiting(), reader.read(now))));
    var last = before().orElse(null);
    var pressed = press.press(PageModel.of(read.state(), now), last);
    var sequence = pressed.set().manifest().sequence();
    writing.executeWithoutResult(
        _ -> {
          snapshots.save(pressed, last == null ? null : last.set());
          snapshots.rendered(read.events(), sequence);
        });
    before = new SetPress.Before(pressed.set(), pressed.content(), pressed.contentSince());
    return pressed.set();
  }

  /** The newest set: this node's own, or what another node rendered since. */
  private Optional<SetPress.Before> before() {
    var mine = before;
    var live = snapshots.live();
    if (mine != null
        && live.isPresent()
        && live.get().sequence() == mine.set().manifest().sequence()) {
      return Optional.of(mine);
    }
    return live.flatMap(
        last ->
            snapshots
                .newerThan(last.sequence() - 1, Map.of())
                .map(set -> new SetPress.Before(set, last.content(), last.contentSince())));
  }

  static void tell(String what, RuntimeException failed) {
    LOG.error(what, failed);
  }
}
