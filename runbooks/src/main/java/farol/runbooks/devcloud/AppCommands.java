package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes apps. Each command records one effect in the caller's transaction. */
@Component("devcloudAppCommands")
@Transactional(propagation = Propagation.MANDATORY)
public class AppCommands {
  public static final int DEVCLOUD_APPS = 10_000;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,28}[a-z0-9]");
  private static final String[] FIRST = {
    "calm", "quiet", "bright", "still", "warm", "young", "plain", "swift"
  };
  private static final String[] SECOND = {
    "tide", "harbour", "lamp", "cliff", "field", "river", "stone", "cloud"
  };

  private final JdbcApps apps;
  private final JdbcReleases releases;
  private final Journal journal;

  AppCommands(JdbcApps apps, JdbcReleases releases, Journal journal) {
    this.apps = apps;
    this.releases = releases;
    this.journal = journal;
  }

  /** Makes an app; without a name one is made up. */
  public CloudApp create(Caller caller, @Nullable String name, Region region) {
    if (apps.count() >= DEVCLOUD_APPS) {
      throw ApiProblem.invalid("You've reached the limit of %d apps.".formatted(DEVCLOUD_APPS));
    }
    var id = UUID.randomUUID();
    var checked = checkFree(name == null ? madeUp(id) : name);
    var app = blank(id, checked, region, caller.account(), caller.now());
    apps.insert(app);
    apps.insert(new Setting(id, caller.now(), false, Traffic.NONE));
    releases.insert(
        new CloudRelease(
            UUID.randomUUID(),
            id,
            1,
            null,
            Map.of(),
            "Initial release",
            caller.account(),
            caller.now()));
    journal.effect(caller, app.name(), "app.create", null, facts(app));
    return app;
  }

  static CloudApp blank(UUID id, String name, Region region, Account owner, Instant at) {
    var suffix = id.toString().replace("-", "").substring(20);
    return new CloudApp(id, name, region, owner, false, at, at, at, suffix, Hash.of(id.toString()));
  }

  private static String madeUp(UUID id) {
    var bits = id.getLeastSignificantBits();
    return "%s-%s-%05d"
        .formatted(
            FIRST[(int) Math.floorMod(bits, (long) FIRST.length)],
            SECOND[(int) Math.floorMod(bits >> 8, (long) SECOND.length)],
            Math.floorMod(bits >> 16, 100_000L));
  }

  private String checkFree(String name) {
    if (!NAME.matcher(name).matches()) {
      throw ApiProblem.invalid(
          "Name must start with a letter, end with a letter or digit and can only contain"
              + " lowercase letters, numbers, and dashes.");
    }
    if (apps.find(name).isPresent()) {
      throw ApiProblem.invalid("Name %s is already taken".formatted(name));
    }
    return name;
  }

  /** Changes what is not null. */
  public CloudApp update(
      Caller caller, String key, @Nullable String name, @Nullable Boolean maintenance) {
    var before = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var after =
        new CloudApp(
            before.id(),
            name == null || name.equals(before.name()) ? before.name() : checkFree(name),
            before.region(),
            before.owner(),
            maintenance == null ? before.maintenance() : maintenance,
            before.createdAt(),
            caller.now(),
            before.releasedAt(),
            before.suffix(),
            before.seed());
    apps.update(after);
    if (after.maintenance() != before.maintenance()) {
      var traffic = apps.settings(before.id()).getLast().traffic();
      apps.insert(new Setting(before.id(), caller.now(), after.maintenance(), traffic));
    }
    var kind = maintenance == null ? "app.update" : "maintenance.update";
    journal.effect(caller, after.name(), kind, facts(before), facts(after));
    return after;
  }

  public CloudApp delete(Caller caller, String key) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    apps.delete(app.id());
    journal.effect(caller, app.name(), "app.delete", facts(app), null);
    return app;
  }

  /** Changes what is asked of an app, from now on. */
  public void traffic(Caller caller, String key, Traffic traffic) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    apps.insert(new Setting(app.id(), caller.now(), app.maintenance(), traffic));
  }

  private static Map<String, Object> facts(CloudApp app) {
    return Map.of(
        "name", app.name(), "region", app.region().wire(), "maintenance", app.maintenance());
  }
}
