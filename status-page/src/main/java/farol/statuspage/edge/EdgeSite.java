package farol.statuspage.edge;

import farol.statuspage.snapshot.BadSet;
import farol.statuspage.snapshot.SnapshotSet;
import farol.statuspage.snapshot.Trust;
import farol.statuspage.snapshot.Verification;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an edge serves at this moment; a set is verified before it takes the place of another. */
public final class EdgeSite {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeSite.class);

  private final AtomicReference<@Nullable Served> served = new AtomicReference<>();
  private final AtomicReference<@Nullable String> complaint = new AtomicReference<>();
  private final Trust trust;
  private final InstantSource clock;

  public EdgeSite(Trust trust, InstantSource clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /** Takes what is newer at the source, if it may be served; what is served stays otherwise. */
  public synchronized void refresh(SetSource source) {
    try {
      source.newerThan(set()).ifPresent(this::take);
      complaint.set(null);
    } catch (BadSet refused) {
      complain("A snapshot set is not served: " + refused.getMessage());
    } catch (IOException | RuntimeException unreachable) {
      complain("The source of the status page cannot be read: " + unreachable);
    }
  }

  private void take(SnapshotSet next) {
    Verification.check(next, trust, set());
    served.set(new Served(next));
  }

  /** The same trouble is told once, not each second. */
  private void complain(String trouble) {
    if (!trouble.equals(complaint.getAndSet(trouble))) {
      LOG.warn(trouble);
    }
  }

  /** The set that is served, null before the first. */
  public @Nullable SnapshotSet set() {
    var now = served.get();
    return now == null ? null : now.set();
  }

  /** Whether readers get fresh bytes at this moment. */
  public boolean isFresh() {
    var now = served.get();
    return now != null && !now.isAged(clock.millis());
  }

  /** Until when the served set may be believed, null before the first. */
  public @Nullable Instant validUntil() {
    var set = set();
    return set == null ? null : set.manifest().validUntil();
  }

  @Nullable Served served() {
    return served.get();
  }

  long nowMillis() {
    return clock.millis();
  }
}
