package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.List;

/** What was stored when it was read, and the simulated instant of reading. */
public record Snapshot(List<Story> stories, Weather weather, Instant now) {
  public Snapshot {
    stories = List.copyOf(stories);
  }
}
