package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.DynoCommands;
import farol.runbooks.devcloud.DynoNow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Dynos: what runs now, and restarting it. */
@Component("devcloudDynoDoor")
class DynoDoor implements Door {
  private final Cloud cloud;
  private final DynoCommands commands;

  DynoDoor(Cloud cloud, DynoCommands commands) {
    this.cloud = cloud;
    this.commands = commands;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", "/apps/{app}/dynos", this::list),
        new Route("GET", "/apps/{app}/dynos/{dyno}", this::one),
        new Route("DELETE", "/apps/{app}/dynos", this::restart),
        new Route("DELETE", "/apps/{app}/dynos/{dyno}", call -> one(call, "dynos.restart")),
        new Route("DELETE", "/apps/{app}/formations/{type}", call -> type(call, "dynos.restart")),
        new Route("POST", "/apps/{app}/dynos/{dyno}/actions/stop", call -> one(call, "dynos.stop")),
        new Route(
            "POST",
            "/apps/{app}/formations/{type}/actions/stop",
            call -> type(call, "dynos.stop")));
  }

  private Reply list(Call call) {
    var app = cloud.app(call.parameter("app"));
    return new Listing<DynoNow>(
            Map.of("id", now -> now.id().toString(), "name", now -> now.dyno().name()),
            now -> Shapes.dyno(app, now))
        .answer(call, cloud.dynos(app));
  }

  private Reply one(Call call) {
    var app = cloud.app(call.parameter("app"));
    var dyno = call.parameter("dyno");
    return cloud.dynos(app).stream()
        .filter(now -> now.dyno().name().equals(dyno) || now.id().toString().equals(dyno))
        .findFirst()
        .map(now -> Reply.json(200, Shapes.dyno(app, now)))
        .orElseThrow(() -> ApiProblem.notFound("dyno"));
  }

  private Reply restart(Call call) {
    commands.restart(call.caller(), call.parameter("app"));
    return accepted();
  }

  private Reply one(Call call, String kind) {
    commands.restartOne(call.caller(), call.parameter("app"), call.parameter("dyno"), kind);
    return accepted();
  }

  private Reply type(Call call, String kind) {
    commands.restartType(call.caller(), call.parameter("app"), call.parameter("type"), kind);
    return accepted();
  }

  private static Reply accepted() {
    return Reply.json(202, Map.of());
  }
}
