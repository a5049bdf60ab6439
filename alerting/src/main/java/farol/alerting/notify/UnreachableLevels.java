package farol.alerting.notify;

import java.time.Instant;
import java.util.UUID;

/** Told when every page of a level failed, so that the next level need not wait its turn. */
public interface UnreachableLevels {
  void nobodyReached(UUID escalation, int pass, int level, Instant now);
}
