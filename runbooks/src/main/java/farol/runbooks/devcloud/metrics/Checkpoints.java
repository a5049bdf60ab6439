package farol.runbooks.devcloud.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Totals at full hours, kept so that ten weeks need not be summed again. They are a pure function
 * of facts that no longer change, so losing them costs time only.
 */
@Component("devcloudCheckpoints")
public class Checkpoints {
  private static final int CHECKPOINTS_MAX = 200_000;

  private final ConcurrentHashMap<UUID, List<Totals>> byApp = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  /** The totals at the {@code hours}-th full hour of an app, from the last one that is known. */
  Totals at(UUID app, int hours, Advance advance) {
    if (size.get() > CHECKPOINTS_MAX) {
      byApp.clear();
      size.set(0);
    }
    var known = byApp.computeIfAbsent(app, _ -> new ArrayList<>());
    synchronized (known) {
      while (known.size() <= hours) {
        known.add(advance.to(known.isEmpty() ? Totals.zero() : known.getLast(), known.size()));
        size.incrementAndGet();
      }
      return known.get(hours);
    }
  }

  /** Sums one more hour. */
  interface Advance {
    /** The totals at the full hour {@code hour}, given those of the hour before. */
    Totals to(Totals before, int hour);
  }
}
