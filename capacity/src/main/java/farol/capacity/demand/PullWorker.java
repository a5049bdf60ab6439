package farol.capacity.demand;

import farol.runbooks.paas.PlatformRefused;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Pulls demand from the sources that are due: oldest first, in chunks, each kept as it comes. */
@Component
class PullWorker {
  /** How far back the first pull reaches. */
  static final Duration HISTORY = Duration.ofDays(35);

  private static final Duration CHUNK = Duration.ofDays(7);

  /** The newest steps are asked again and replace what was stored. */
  private static final int ASKED_AGAIN = 2;

  private final Pull pull;
  private final PlatformReader reader;
  private final InstantSource clock;

  PullWorker(Pull pull, PlatformReader reader, InstantSource clock) {
    this.pull = pull;
    this.reader = reader;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void tick() {
    pull.claim(clock.instant()).forEach(this::pull);
  }

  private void pull(Source source) {
    try {
      var now = clock.instant();
      pull.saw(source, reader.name(), reader.apps(), reader.zones(now), now);
      history(source, onGrid(now, source.step()));
      pull.answered(source, clock.instant());
    } catch (PlatformUnavailable | PlatformRefused silent) {
      pull.failed(source, String.valueOf(silent.getMessage()), clock.instant());
    }
  }

  /** Asks for every whole step before {@code end}: the one under way is never stored. */
  private void history(Source source, Instant end) throws PlatformUnavailable {
    var step = source.step();
    var pulled = source.pulledUntil();
    if (pulled != null && !pulled.isBefore(end)) {
      return;
    }
    var from = pulled == null ? end.minus(HISTORY) : pulled.minus(step.multipliedBy(ASKED_AGAIN));
    while (from.isBefore(end)) {
      var until = from.plus(CHUNK).isBefore(end) ? from.plus(CHUNK) : end;
      pull.store(source, reader.rates(source.expression(), from, until, step), until);
      from = until;
    }
  }

  private static Instant onGrid(Instant now, Duration step) {
    return Instant.ofEpochSecond(
        Math.floorDiv(now.getEpochSecond(), step.toSeconds()) * step.toSeconds());
  }
}
