package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.AppCommands;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.CloudApp;
import farol.runbooks.devcloud.Region;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Apps. */
@Component("devcloudAppDoor")
class AppDoor implements Door {
  private final Cloud cloud;
  private final AppCommands commands;
  private final Listing<CloudApp> listing =
      new Listing<>(
          Map.of(
              "id", app -> app.id().toString(),
              "name", CloudApp::name,
              "updated_at", app -> String.valueOf(Json.seconds(app.updatedAt()))),
          Shapes::app);

  AppDoor(Cloud cloud, AppCommands commands) {
    this.cloud = cloud;
    this.commands = commands;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", "/apps", call -> listing.answer(call, cloud.apps())),
        // Every account may do everything with every app.
        new Route("GET", "/users/~/apps", call -> listing.answer(call, cloud.apps())),
        new Route("POST", "/apps", this::create),
        new Route("GET", "/apps/{app}", call -> ok(cloud.app(call.parameter("app")))),
        new Route("PATCH", "/apps/{app}", this::update),
        new Route(
            "DELETE",
            "/apps/{app}",
            call -> ok(commands.delete(call.caller(), call.parameter("app")))));
  }

  private Reply create(Call call) {
    var body = call.body();
    var region = region(body.get("region"));
    var app = commands.create(call.caller(), Json.text(body, "name"), region);
    return Reply.json(201, Shapes.app(app));
  }

  private Reply update(Call call) {
    var body = call.body();
    return ok(
        commands.update(
            call.caller(),
            call.parameter("app"),
            Json.text(body, "name"),
            maintenance(body.get("maintenance"))));
  }

  private static @Nullable Boolean maintenance(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw ApiProblem.invalid("maintenance must be true or false.");
    }
    return value.booleanValue();
  }

  /** A region by name, id or alias; without one it is us. */
  private static Region region(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return Region.US;
    }
    var name = named(value);
    return Region.named(name)
        .orElseThrow(() -> ApiProblem.invalid("Region %s was not found".formatted(name)));
  }

  /** What a text, or the name or id of an object, says. */
  static String named(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    var inner = value.has("name") ? value.get("name") : value.get("id");
    return inner != null && inner.isString() ? inner.stringValue() : value.toString();
  }

  private static Reply ok(CloudApp app) {
    return Reply.json(200, Shapes.app(app));
  }
}
