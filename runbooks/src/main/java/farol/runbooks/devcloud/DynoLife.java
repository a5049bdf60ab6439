package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one dyno over time: it boots, runs, crashes, is restarted and moves to another
 * zone. A pure function of stored facts; each automatic restart gives a new id under the same name.
 */
public final class DynoLife {
  public static final Duration BOOT_MIN = Duration.ofSeconds(3);
  public static final Duration BOOT_MAX = Duration.ofSeconds(9);

  /** How long after the loss of its zone a dyno starts elsewhere. */
  public static final Duration REPLACED_AFTER = Duration.ofSeconds(30);

  /** Restart attempts after a crash: at 0, 20, 40, 80 s and so on, then every 10 minutes. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(20);

  private static final Duration RETRY_CAP = Duration.ofMinutes(10);

  /** Bounds the history of one dyno under a fault that never ends. */
  private static final int PHASES_MAX = 10_000;

  /**
   * A stretch of a dyno's life.
   *
   * @param id of the generation that lives it
   * @param createdAt when that generation began
   * @param from when the stretch begins; it lasts until the next one
   */
  public record Phase(UUID id, Instant createdAt, Instant from, String zone, DynoState state) {}

  private final CloudDyno dyno;
  private final CloudApp app;
  private final Weather weather;
  private final Instant until;
  private final List<Phase> phases = new ArrayList<>();
  private Instant at;
  private Instant born;
  private String zone;
  private int generation;
  private @Nullable Instant crashedAt;

  private DynoLife(CloudDyno dyno, CloudApp app, Weather weather, Instant until) {
    this.dyno = dyno;
    this.app = app;
    this.weather = weather;
    this.until = until;
    this.at = dyno.startedAt();
    this.born = at;
    this.zone = place(app.region().zones());
  }

  /** The phases that begin up to {@code now}, oldest first; none before the dyno exists. */
  public static List<Phase> until(CloudDyno dyno, CloudApp app, Weather weather, Instant now) {
    var ended = dyno.endedAt();
    var life = new DynoLife(dyno, app, weather, ended != null && ended.isBefore(now) ? ended : now);
    life.run();
    return List.copyOf(life.phases);
  }

  private void run() {
    while (!at.isAfter(until) && phases.size() < PHASES_MAX) {
      var living = weather.living(app.region(), at);
      if (living.isEmpty()) {
        down(weather.lifeFrom(app.region(), at).orElse(Instant.MAX));
      } else {
        generation(place(living));
      }
    }
  }

  private void generation(String place) {
    if (!phases.isEmpty()) {
      generation++;
    }
    zone = place;
    born = at;
    var region = app.region();
    var loss = weather.nextLoss(region, zone, at).orElse(Instant.MAX);
    var crash = weather.nextCrash(app.name(), region, zone, dyno.seed(), at).orElse(Instant.MAX);
    var end = loss.isBefore(crash) ? loss : crash;
    if (end.isAfter(at)) {
      crashedAt = null;
      boot(end);
    }
    if (end.equals(Instant.MAX)) {
      at = end;
    } else if (end.equals(crash)) {
      crash(end, loss);
    } else {
      lose(end);
    }
  }

  private void boot(Instant end) {
    add(at, DynoState.STARTING);
    var up = at.plus(bootTime());
    if (up.isBefore(end)) {
      add(up, DynoState.UP);
    }
  }

  private Duration bootTime() {
    var spread = BOOT_MAX.minus(BOOT_MIN).toMillis();
    var millis = BOOT_MIN.toMillis() + spread * Hash.unit(dyno.seed(), generation);
    return Duration.ofMillis(
        Math.round(millis * weather.bootFactor(app.name(), app.region(), zone, at)));
  }

  private void crash(Instant when, Instant loss) {
    if (crashedAt == null) {
      crashedAt = when;
    }
    at = when;
    add(at, DynoState.CRASHED);
    var retry = retryAfter(crashedAt, at);
    at = loss.isBefore(retry) ? loss : retry;
  }

  /** A lost zone is left after a while; a lost region is waited for. */
  private void lose(Instant when) {
    at = when;
    if (!weather.regionDown(app.region(), at)) {
      add(at, DynoState.DOWN);
      at = at.plus(REPLACED_AFTER);
    }
  }

  private void down(Instant back) {
    add(at, DynoState.DOWN);
    at = back;
  }

  private void add(Instant from, DynoState state) {
    if (!from.isAfter(until)) {
      var id = generation == 0 ? dyno.id() : Hash.id(dyno.id(), generation);
      phases.add(new Phase(id, born, from, zone, state));
    }
  }

  /** Index i of a type goes to the living zone (hash + i) mod their number. */
  private String place(List<String> living) {
    var start = Hash.of(app.id() + "/" + dyno.type()) + dyno.index();
    return living.get((int) Math.floorMod(start, (long) living.size()));
  }

  private static Instant retryAfter(Instant crashed, Instant now) {
    var offset = FIRST_RETRY;
    while (offset.compareTo(RETRY_CAP) < 0 && !crashed.plus(offset).isAfter(now)) {
      offset = offset.multipliedBy(2);
    }
    if (offset.compareTo(RETRY_CAP) < 0) {
      return crashed.plus(offset);
    }
    var caps = Duration.between(crashed, now).dividedBy(RETRY_CAP) + 1;
    return crashed.plus(RETRY_CAP.multipliedBy(caps));
  }
}
