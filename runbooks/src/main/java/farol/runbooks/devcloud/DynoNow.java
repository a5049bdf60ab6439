package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;

/**
 * A dyno as it is at an instant.
 *
 * @param id of its present generation
 * @param updatedAt when its state last changed
 */
public record DynoNow(
    UUID id,
    CloudDyno dyno,
    DynoState state,
    String zone,
    int generation,
    Instant createdAt,
    Instant updatedAt) {
  static DynoNow of(CloudDyno dyno, CloudApp app, Weather weather, Instant now) {
    var phases =
        DynoLife.until(dyno, app, weather, now.isBefore(dyno.startedAt()) ? dyno.startedAt() : now);
    var last = phases.getLast();
    var generations = (int) phases.stream().map(DynoLife.Phase::id).distinct().count();
    return new DynoNow(
        last.id(), dyno, last.state(), last.zone(), generations, last.createdAt(), last.from());
  }
}
