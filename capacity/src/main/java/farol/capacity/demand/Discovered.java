package farol.capacity.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Told what the platform has, within the transaction that stores it. */
public interface Discovered {
  /** The apps, and the zones of each region as far as the source knows them. */
  void seen(String platform, List<AppSeen> apps, Map<String, List<String>> zones, Instant at);
}
