package farol.runbooks.devcloud;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes releases. Each command records one effect in the caller's transaction. */
@Component("devcloudReleaseCommands")
@Transactional(propagation = Propagation.MANDATORY)
public class ReleaseCommands {
  static final int CONFIG_KEYS_MAX = 1_000;
  static final int CONFIG_VALUE_MAX = 64 * 1024;

  private static final int COMMAND_MAX = 4_000;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]{1,128}");
  private static final Pattern TYPE = Pattern.compile("[-A-Za-z0-9_]{1,128}");

  private final JdbcApps apps;
  private final JdbcReleases releases;
  private final DynoCommands dynos;
  private final Journal journal;

  ReleaseCommands(JdbcApps apps, JdbcReleases releases, DynoCommands dynos, Journal journal) {
    this.apps = apps;
    this.releases = releases;
    this.dynos = dynos;
    this.journal = journal;
  }

  /** Stores process types with their commands, for a release to name. */
  public CloudSlug slug(
      Caller caller, String key, Map<String, String> processTypes, @Nullable String commit) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    if (processTypes.size() > CloudFormation.TYPES_MAX) {
      throw ApiProblem.invalid(
          "process_types holds at most %d types.".formatted(CloudFormation.TYPES_MAX));
    }
    processTypes.forEach(
        (type, command) -> {
          if (!TYPE.matcher(type).matches() || command.length() > COMMAND_MAX) {
            throw ApiProblem.invalid("process_types: '%s' is not allowed.".formatted(type));
          }
        });
    var slug = new CloudSlug(UUID.randomUUID(), app.id(), processTypes, commit, caller.now());
    releases.insert(slug);
    journal.effect(caller, app.name(), "build.create", null, Map.of("slug", slug.id()));
    return slug;
  }

  /** Releases a slug with the present config vars. */
  public CloudRelease release(
      Caller caller, String key, String slugId, @Nullable String description) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var slug = releases.slug(app.id(), slugId).orElseThrow(() -> ApiProblem.notFound("slug"));
    var current = releases.current(app.id()).orElseThrow();
    var words =
        description == null ? "Deploy " + slug.id().toString().substring(0, 8) : description;
    return made(caller, app, current, slug.id(), current.config(), words, "release.create");
  }

  /** Copies slug and config vars of a release into a new one; it is named by version or id. */
  public CloudRelease rollback(Caller caller, String key, String release) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var all = releases.all(app.id());
    var target =
        all.stream()
            .filter(one -> isNamed(one, release))
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("release"));
    var words = "Rollback to v%d".formatted(target.version());
    return made(
        caller, app, all.getLast(), target.slug(), target.config(), words, "release.rollback");
  }

  /** Whether a release goes by this version, {@code v3} or {@code 3}, or id. */
  public static boolean isNamed(CloudRelease release, String name) {
    return release.id().toString().equals(name)
        || name.equals(String.valueOf(release.version()))
        || name.equals("v" + release.version());
  }

  /** Sets config vars, or removes those that are null. An empty map makes no release. */
  public Map<String, String> config(
      Caller caller, String key, Map<String, @Nullable String> changes) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var current = releases.current(app.id()).orElseThrow();
    var config = changed(current.config(), changes);
    if (changes.isEmpty()) {
      journal.effect(caller, app.name(), "config.update", keys(current), keys(current));
      return config;
    }
    made(caller, app, current, current.slug(), config, describe(changes), "config.update");
    return config;
  }

  private static Map<String, String> changed(
      Map<String, String> config, Map<String, @Nullable String> changes) {
    var changed = new TreeMap<>(config);
    for (var change : changes.entrySet()) {
      if (!KEY.matcher(change.getKey()).matches()) {
        throw ApiProblem.invalid("Config var names hold letters, digits and underscores only.");
      }
      var value = change.getValue();
      if (value == null) {
        changed.remove(change.getKey());
      } else if (value.length() > CONFIG_VALUE_MAX) {
        throw ApiProblem.invalid("A config var holds at most 64 KiB.");
      } else {
        changed.put(change.getKey(), value);
      }
    }
    if (changed.size() > CONFIG_KEYS_MAX) {
      throw ApiProblem.invalid("An app has at most %d config vars.".formatted(CONFIG_KEYS_MAX));
    }
    return changed;
  }

  private static String describe(Map<String, @Nullable String> changes) {
    var allRemoved = changes.values().stream().allMatch(Objects::isNull);
    return "%s %s config vars"
        .formatted(
            allRemoved ? "Remove" : "Set",
            changes.keySet().stream().sorted().limit(10).collect(Collectors.joining(", ")));
  }

  private CloudRelease made(
      Caller caller,
      CloudApp app,
      CloudRelease before,
      @Nullable UUID slugId,
      Map<String, String> config,
      String description,
      String kind) {
    var release =
        new CloudRelease(
            UUID.randomUUID(),
            app.id(),
            before.version() + 1,
            slugId,
            config,
            description,
            caller.account(),
            caller.now());
    releases.insert(release);
    apps.update(
        new CloudApp(
            app.id(),
            app.name(),
            app.region(),
            app.owner(),
            app.maintenance(),
            app.createdAt(),
            caller.now(),
            caller.now(),
            app.suffix(),
            app.seed()));
    var slug = slugId == null ? null : releases.slug(app.id(), slugId.toString()).orElseThrow();
    dynos.follow(app, slug, caller.now());
    journal.effect(caller, app.name(), kind, keys(before), keys(release));
    return release;
  }

  /** Names of config vars only: values may be secrets. */
  private static Map<String, Object> keys(CloudRelease release) {
    return Map.of(
        "version",
        release.version(),
        "config",
        release.config().keySet().stream().sorted().toList());
  }
}
