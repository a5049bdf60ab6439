package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.CloudApp;
import farol.runbooks.devcloud.CloudRelease;
import farol.runbooks.devcloud.ReleaseCommands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Releases, config vars and slugs. */
@Component("devcloudReleaseDoor")
class ReleaseDoor implements Door {
  private static final String ALL = "/apps/{app}/releases";
  private static final String CONFIG = "/apps/{app}/config-vars";

  private final Cloud cloud;
  private final ReleaseCommands commands;

  ReleaseDoor(Cloud cloud, ReleaseCommands commands) {
    this.cloud = cloud;
    this.commands = commands;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", ALL, this::list),
        new Route("POST", ALL, this::create),
        new Route("GET", ALL + "/{release}", this::one),
        new Route("GET", ALL + "/{release}/config-vars", this::configOf),
        new Route("GET", CONFIG, call -> Reply.json(200, cloud.config(app(call)))),
        new Route("PATCH", CONFIG, this::configure),
        new Route("POST", "/apps/{app}/slugs", this::slug),
        new Route("GET", "/apps/{app}/slugs/{slug}", this::slugOf));
  }

  private CloudApp app(Call call) {
    return cloud.app(call.parameter("app"));
  }

  private Reply list(Call call) {
    var app = app(call);
    var releases = cloud.releases(app);
    return new Listing<CloudRelease>(
            Map.of(
                "id", release -> release.id().toString(),
                "version", release -> String.valueOf(release.version())),
            release -> shape(app, releases, release))
        .answer(call, releases);
  }

  private static Map<String, @Nullable Object> shape(
      CloudApp app, List<CloudRelease> all, CloudRelease release) {
    return Shapes.release(app, release, all.getLast().id().equals(release.id()));
  }

  private CloudRelease release(CloudApp app, String name) {
    return cloud.releases(app).stream()
        .filter(release -> ReleaseCommands.isNamed(release, name))
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("release"));
  }

  private Reply one(Call call) {
    var app = app(call);
    var release = release(app, call.parameter("release"));
    return Reply.json(200, shape(app, cloud.releases(app), release));
  }

  private Reply configOf(Call call) {
    return Reply.json(200, release(app(call), call.parameter("release")).config());
  }

  /** A body with {@code release} rolls back to it, one with {@code slug} deploys it. */
  private Reply create(Call call) {
    var body = call.body();
    var target = body.has("release") ? body.get("release") : body.get("slug");
    if (target == null) {
      throw ApiProblem.invalid("A release needs a slug, or a release to roll back to.");
    }
    var name = target.isIntegralNumber() ? target.asString() : AppDoor.named(target);
    var key = call.parameter("app");
    var made =
        body.has("release")
            ? commands.rollback(call.caller(), key, name)
            : commands.release(call.caller(), key, name, Json.text(body, "description"));
    return Reply.json(201, Shapes.release(cloud.app(key), made, true));
  }

  private Reply configure(Call call) {
    var changes = new TreeMap<String, @Nullable String>();
    for (var change : call.body().properties()) {
      changes.put(change.getKey(), configValue(change.getValue()));
    }
    return Reply.json(200, commands.config(call.caller(), call.parameter("app"), changes));
  }

  private static @Nullable String configValue(JsonNode value) {
    if (!value.isNull() && !value.isString()) {
      throw ApiProblem.invalid("Config vars must be strings, or null to remove them.");
    }
    return value.isNull() ? null : value.stringValue();
  }

  private Reply slug(Call call) {
    var body = call.body();
    var types = new LinkedHashMap<String, String>();
    var asked = body.get("process_types");
    if (asked == null || !asked.isObject()) {
      throw ApiProblem.invalid("process_types must be an object.");
    }
    for (var type : asked.properties()) {
      types.put(type.getKey(), String.valueOf(Json.text(asked, type.getKey())));
    }
    var slug =
        commands.slug(call.caller(), call.parameter("app"), types, Json.text(body, "commit"));
    return Reply.json(201, Shapes.slug(slug, blob(call, slug.id().toString())));
  }

  private Reply slugOf(Call call) {
    var slug = cloud.slug(app(call), call.parameter("slug"));
    return Reply.json(200, Shapes.slug(slug, blob(call, slug.id().toString())));
  }

  /** Where a slug's archive would lie; devcloud runs no code, so it takes none. */
  private static String blob(Call call, String slug) {
    return "http://%s/_blobs/%s".formatted(call.incoming().header("host"), slug);
  }
}
