package farol.console.demo;

import farol.alerting.catalog.Actor;
import java.time.Instant;

/** A room's part of the demo platform. Seeded once, on an empty database, in demo mode only. */
interface DemoRoom {
  /** Rooms are seeded in ascending order. */
  int order();

  /**
   * Writes this room's data as of {@code now}, within the transaction of the first start; the same
   * instant gives the same data.
   */
  void seed(Actor administrator, Instant now);
}
