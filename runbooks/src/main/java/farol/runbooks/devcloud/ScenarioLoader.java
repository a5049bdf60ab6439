package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a scenario as facts of the past. */
@Component("devcloudScenarioLoader")
@Transactional(propagation = Propagation.MANDATORY)
class ScenarioLoader {
  private final JdbcWorld world;
  private final JdbcApps apps;
  private final JdbcDynos dynos;
  private final JdbcReleases releases;

  ScenarioLoader(JdbcWorld world, JdbcApps apps, JdbcDynos dynos, JdbcReleases releases) {
    this.world = world;
    this.apps = apps;
    this.dynos = dynos;
    this.releases = releases;
  }

  /** Replaces all state. The simulated clock is set to the real one. */
  void load(Scenario scenario, long seed, Instant clock) {
    world.clear();
    world.write(World.begin(scenario.name(), seed, clock));
    var born = clock.minus(scenario.age());
    for (var plan : scenario.plans()) {
      load(plan, scenario.name(), seed, born, clock);
    }
  }

  private void load(Scenario.Plan plan, String scenario, long seed, Instant born, Instant clock) {
    // The instant is part of the id: what was counted about an earlier app is not this one's.
    var id = Hash.id("app", scenario, seed, plan.app(), clock);
    var released = plan.releases() > 1 ? between(born, clock, seed, plan.app()) : born;
    var blank = AppCommands.blank(id, plan.app(), plan.region(), Account.CAMINHO, born);
    var app =
        new CloudApp(
            id,
            plan.app(),
            plan.region(),
            Account.CAMINHO,
            false,
            born,
            released,
            released,
            blank.suffix(),
            Hash.mix(seed, Hash.of(plan.app())));
    apps.insert(app);
    apps.insert(new Setting(id, born, false, plan.traffic()));
    var last = releases(app, plan, born, released);
    plan.quantities()
        .forEach((type, quantity) -> processes(app, plan.size(), type, quantity, last, born));
  }

  /** The last release came some days before the present. */
  private static Instant between(Instant born, Instant clock, long seed, String app) {
    var daysAgo = 1 + (long) (5 * Hash.unit(seed, Hash.of(app)));
    var released = clock.minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(37));
    return released.isBefore(born) ? born : released;
  }

  private CloudRelease releases(CloudApp app, Scenario.Plan plan, Instant born, Instant last) {
    var types = new TreeMap<String, String>();
    plan.quantities().keySet().forEach(type -> types.put(type, command(type)));
    var gap = Duration.between(born, last).dividedBy(Math.max(1, plan.releases() - 1));
    CloudRelease release = null;
    for (var version = 1; version <= plan.releases(); version++) {
      var at = version == plan.releases() ? last : born.plus(gap.multipliedBy(version - 1));
      var slug = new CloudSlug(Hash.id(app.id(), "slug", version), app.id(), types, null, at);
      releases.insert(slug);
      release = release(app, version, slug.id(), at);
      releases.insert(release);
    }
    return java.util.Objects.requireNonNull(release);
  }

  private static CloudRelease release(CloudApp app, int version, UUID slug, Instant at) {
    return new CloudRelease(
        Hash.id(app.id(), "release", version),
        app.id(),
        version,
        slug,
        Map.of("LOG_LEVEL", "info", "WEB_CONCURRENCY", "2"),
        "Deploy " + slug.toString().substring(0, 8),
        Account.CAMINHO,
        at);
  }

  private void processes(
      CloudApp app, DynoSize size, String type, int quantity, CloudRelease release, Instant born) {
    dynos.write(
        new CloudFormation(
            Hash.id(app.id(), "formation", type),
            app.id(),
            type,
            quantity,
            size,
            command(type),
            born,
            release.createdAt()));
    for (var index = 1; index <= quantity; index++) {
      if (born.isBefore(release.createdAt())) {
        var before = dyno(app, size, type, index, release, born);
        dynos.insert(before);
        dynos.end(before.id(), release.createdAt());
      }
      dynos.insert(dyno(app, size, type, index, release, release.createdAt()));
    }
  }

  /** Dynos of earlier releases are written as one generation: only their number is looked at. */
  private static CloudDyno dyno(
      CloudApp app, DynoSize size, String type, int index, CloudRelease release, Instant started) {
    return new CloudDyno(
        Hash.id(app.id(), type, index, started),
        app.id(),
        type,
        index,
        size,
        command(type),
        release.id(),
        release.version(),
        started,
        null,
        Hash.mix(app.seed(), Hash.of(type), index));
  }

  private static String command(String type) {
    return "bin/" + type;
  }
}
