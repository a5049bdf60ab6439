package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Cloud;
import farol.runbooks.devcloud.CloudFormation;
import farol.runbooks.devcloud.DynoCommands;
import farol.runbooks.devcloud.DynoCommands.Update;
import farol.runbooks.devcloud.DynoSize;
import farol.runbooks.devcloud.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Formation: how many dynos of which size run each process type. */
@Component("devcloudFormationDoor")
class FormationDoor implements Door {
  private static final String ALL = "/apps/{app}/formation";
  private static final String ONE = "/apps/{app}/formation/{type}";

  private final Cloud cloud;
  private final DynoCommands commands;

  FormationDoor(Cloud cloud, DynoCommands commands) {
    this.cloud = cloud;
    this.commands = commands;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("GET", ALL, this::list),
        new Route("PATCH", ALL, this::batch),
        new Route("GET", ONE, this::one),
        new Route("PATCH", ONE, this::update));
  }

  private Reply list(Call call) {
    var app = cloud.app(call.parameter("app"));
    return new Listing<CloudFormation>(
            Map.of("id", row -> row.id().toString()), row -> Shapes.formation(app, row))
        .answer(call, cloud.formation(app));
  }

  private Reply one(Call call) {
    var app = cloud.app(call.parameter("app"));
    var type = call.parameter("type");
    return cloud.formation(app).stream()
        .filter(row -> row.type().equals(type) || row.id().toString().equals(type))
        .findFirst()
        .map(row -> Reply.json(200, Shapes.formation(app, row)))
        .orElseThrow(() -> ApiProblem.notFound("process type"));
  }

  private Reply batch(Call call) {
    var asked = call.body().get("updates");
    if (asked == null || !asked.isArray()) {
      throw ApiProblem.invalid("updates must be an array.");
    }
    var updates = new ArrayList<Update>();
    for (var update : asked) {
      var type = update.isObject() ? type(update) : null;
      if (type == null) {
        throw ApiProblem.invalid("Each of updates needs a type.");
      }
      updates.add(update(type, update));
    }
    return Reply.json(200, apply(call, updates));
  }

  private static @Nullable String type(JsonNode update) {
    var type = Json.text(update, "type");
    return type == null ? Json.text(update, "id") : type;
  }

  private Reply update(Call call) {
    var rows = apply(call, List.of(update(call.parameter("type"), call.body())));
    return Reply.json(200, rows.getFirst());
  }

  private List<Map<String, @Nullable Object>> apply(Call call, List<Update> updates) {
    var rows = commands.scale(call.caller(), call.parameter("app"), updates);
    var app = cloud.app(call.parameter("app"));
    return rows.stream().map(row -> Shapes.formation(app, row)).toList();
  }

  private static Update update(String type, JsonNode body) {
    return new Update(
        type,
        quantity(body.get("quantity")),
        size(body.has("dyno_size") ? body.get("dyno_size") : body.get("size")));
  }

  private static @Nullable Quantity quantity(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    var read =
        value.isString()
            ? Quantity.parse(value.stringValue().strip())
            : value.isIntegralNumber() && value.canConvertToInt()
                ? Optional.of(new Quantity(value.intValue(), false))
                : Optional.<Quantity>empty();
    return read.orElseThrow(() -> ApiProblem.invalid("Invalid quantity: %s".formatted(value)));
  }

  private static @Nullable DynoSize size(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    var name = AppDoor.named(value);
    return DynoSize.named(name)
        .orElseThrow(() -> ApiProblem.invalid("No such size as %s.".formatted(name)));
  }
}
