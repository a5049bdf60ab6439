package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.AppCommands;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.Control;
import farol.runbooks.devcloud.DevcloudDesk;
import farol.runbooks.devcloud.Journal;
import farol.runbooks.devcloud.Traffic;
import farol.runbooks.devcloud.metrics.Checkpoints;
import farol.runbooks.devcloud.metrics.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The control plane under {@code /_farol/}. It answers also while region us is lost. */
@Component("devcloudControlDoor")
class ControlDoor {
  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 500;

  private final Cloud cloud;
  private final Control control;
  private final DevcloudDesk desk;
  private final Journal journal;
  private final AppCommands apps;
  private final Checkpoints checkpoints;
  private final TransactionTemplate transaction;
  private final List<Route> routes;

  ControlDoor(
      Cloud cloud,
      Control control,
      DevcloudDesk desk,
      Journal journal,
      AppCommands apps,
      Checkpoints checkpoints,
      PlatformTransactionManager transactions) {
    this.cloud = cloud;
    this.control = control;
    this.desk = desk;
    this.journal = journal;
    this.apps = apps;
    this.checkpoints = checkpoints;
    this.transaction = new TransactionTemplate(transactions);
    this.routes = routes();
  }

  private List<Route> routes() {
    return List.of(
        new Route("GET", "/_farol/status", _ -> status()),
        new Route("POST", "/_farol/scenario", this::scenario),
        new Route("PATCH", "/_farol/clock", this::clock),
        new Route("GET", "/_farol/requests", this::requests),
        new Route("GET", "/_farol/effects", this::effects),
        new Route("GET", "/_farol/faults", _ -> faults()),
        new Route("POST", "/_farol/faults", this::addFault),
        new Route("DELETE", "/_farol/faults", _ -> removeFaults()),
        new Route("DELETE", "/_farol/faults/{fault}", this::removeFault),
        new Route("PUT", "/_farol/apps/{app}/traffic", this::traffic),
        new Route("GET", "/_farol/apps/{app}", this::app));
  }

  Reply answer(Incoming incoming, farol.runbooks.devcloud.Account account) {
    if (!account.mayControl()) {
      throw new ApiProblem(403, "forbidden", "This takes a control key.", null);
    }
    for (var route : routes) {
      var parameters = route.fit(incoming.path());
      if (parameters.isPresent() && route.method().equals(incoming.method())) {
        return answer(
            route, new Call(incoming, account, UUID.randomUUID(), cloud.now(), parameters.get()));
      }
    }
    throw new ApiProblem(404, "not_found", "There is no such door.", null);
  }

  private Reply answer(Route route, Call call) {
    try {
      return Objects.requireNonNull(transaction.execute(_ -> route.answerer().answer(call)));
    } catch (IllegalArgumentException wrong) {
      throw ApiProblem.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private Reply status() {
    var status = desk.status();
    return Reply.json(
        200,
        Json.object(
            "now", status.now(),
            "rate", status.rate(),
            "seed", status.seed(),
            "apps", status.apps(),
            "dynos", status.dynos(),
            "scenario", status.scenario()));
  }

  private Reply scenario(Call call) {
    var body = call.body();
    var apps = body.has("apps") ? (int) FaultBody.number(body, "apps", 0) : null;
    control.load(
        String.valueOf(Json.text(body, "name")), apps, (long) FaultBody.number(body, "seed", 1));
    return status();
  }

  private Reply clock(Call call) {
    var body = call.body();
    var advance = FaultBody.duration(body, "advance");
    if (advance == null && !body.has("rate")) {
      throw ApiProblem.invalid("The clock takes advance or rate.");
    }
    if (advance != null) {
      control.advance(advance);
    }
    if (body.has("rate")) {
      control.rate(FaultBody.number(body, "rate", 1));
    }
    return status();
  }

  private Reply requests(Call call) {
    var found =
        journal.requests(
            call.query("app"),
            call.query("method"),
            "true".equals(call.query("mutating")),
            count(call, "afterSeq", 0, Long.MAX_VALUE),
            (int) count(call, "limit", LIMIT_DEFAULT, LIMIT_MAX));
    var items =
        found.stream()
            .map(
                row ->
                    Json.object(
                        "seq", row.seq(),
                        "at", row.at(),
                        "requestId", row.requestId(),
                        "account", row.account(),
                        "method", row.method(),
                        "path", row.path(),
                        "status", row.status(),
                        "app", row.app(),
                        "mutating", row.mutating(),
                        "effect", row.effect(),
                        "fault", row.fault(),
                        "durationMs", row.durationMillis(),
                        "userAgent", row.userAgent()))
            .toList();
    var next = found.isEmpty() ? null : found.getLast().seq();
    return Reply.json(200, Json.object("items", items, "next", next));
  }

  private Reply effects(Call call) {
    var app = call.query("app");
    var found = journal.effects(app, count(call, "afterSeq", 0, Long.MAX_VALUE), LIMIT_MAX);
    var items =
        found.stream()
            .map(
                row ->
                    Json.object(
                        "seq", row.seq(),
                        "at", row.at(),
                        "requestId", row.requestId(),
                        "app", row.app(),
                        "kind", row.kind(),
                        "before", row.before(),
                        "after", row.after()))
            .toList();
    var last = found.isEmpty() ? 0 : found.getLast().seq();
    return Reply.json(
        200, Json.object("items", items, "counts", journal.counts(app), "lastSeq", last));
  }

  private static long count(Call call, String name, long otherwise, long max) {
    var text = call.query(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,18}")) {
      throw ApiProblem.invalid("%s must be a whole number.".formatted(name));
    }
    return Math.min(max, Long.parseLong(text));
  }

  private Reply faults() {
    return Reply.json(
        200, Json.object("items", control.live().stream().map(FaultBody::write).toList()));
  }

  private Reply addFault(Call call) {
    return Reply.json(201, FaultBody.write(control.add(FaultBody.read(call.body()))));
  }

  private Reply removeFaults() {
    control.removeAll();
    return Reply.json(200, Json.object("items", List.of()));
  }

  private Reply removeFault(Call call) {
    var text = call.parameter("fault");
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        || !control.remove(UUID.fromString(text))) {
      throw ApiProblem.notFound("fault");
    }
    return Reply.json(200, Map.of());
  }

  private Reply traffic(Call call) {
    var body = call.body();
    var plain = Traffic.NONE;
    var service = FaultBody.duration(body, "serviceTime");
    var curve = body.get("dailyCurve");
    apps.traffic(
        call.caller(),
        call.parameter("app"),
        new Traffic(
            FaultBody.number(body, "requestsPerSecond", plain.requestsPerSecond()),
            FaultBody.number(body, "capacityPerDyno", plain.capacityPerDyno()),
            service == null ? plain.serviceSeconds() : seconds(service),
            curve != null && curve.isBoolean() && curve.booleanValue()));
    return app(call);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private Reply app(Call call) {
    var app = cloud.app(call.parameter("app"));
    var snapshot = cloud.snapshot(List.of(app.name()));
    var reading = new Reading(snapshot, checkpoints).app(app.name());
    var utilisation = reading.utilisationAt(snapshot.now());
    var host = call.incoming().header("host");
    return Reply.json(
        200,
        Json.object(
            "id", app.id(),
            "name", app.name(),
            "region", app.region().wire(),
            "maintenance", app.maintenance(),
            "routerUrl", "http://%s/_apps/%s/".formatted(host, app.name()),
            "gitUrl", null,
            "traffic", traffic(snapshot.stories().getFirst().setting().traffic()),
            "offeredPerSecond", reading.offeredAt(snapshot.now()),
            "utilisation", utilisation.isPresent() ? utilisation.getAsDouble() : null,
            "dynos", dynos(app)));
  }

  private static Map<String, @Nullable Object> traffic(Traffic traffic) {
    return Json.object(
        "requestsPerSecond", traffic.requestsPerSecond(),
        "capacityPerDyno", traffic.capacityPerDyno(),
        "serviceTime", Duration.ofNanos(Math.round(traffic.serviceSeconds() * 1e9)),
        "dailyCurve", traffic.dailyCurve());
  }

  private List<Map<String, @Nullable Object>> dynos(farol.runbooks.devcloud.CloudApp app) {
    return cloud.dynos(app).stream()
        .map(
            now ->
                Json.object(
                    "id", now.id(),
                    "name", now.dyno().name(),
                    "type", now.dyno().type(),
                    "state", now.state().wire(),
                    "zone", now.zone(),
                    "generation", now.generation(),
                    "size", now.dyno().size().wire(),
                    "createdAt", now.createdAt()))
        .toList();
  }
}
