package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Fault;
import farol.runbooks.devcloud.FaultKind;
import farol.runbooks.devcloud.FaultMatch;
import farol.runbooks.devcloud.FaultOrder;
import farol.runbooks.devcloud.Region;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Faults as JSON. */
final class FaultBody {
  private FaultBody() {}

  static FaultOrder read(JsonNode body) {
    var kind = Json.text(body, "kind");
    var found = kind == null ? null : FaultKind.named(kind).orElse(null);
    if (found == null) {
      throw ApiProblem.invalid("kind %s is not known here.".formatted(kind));
    }
    var plain = FaultOrder.of(found, match(body.get("match")));
    var latency = duration(body, "latency");
    var errorId = Json.text(body, "errorId");
    return new FaultOrder(
        found,
        plain.match(),
        body.has("times") ? (int) number(body, "times", 0) : null,
        number(body, "probability", plain.probability()),
        duration(body, "for"),
        latency == null ? plain.latency() : latency,
        (int) number(body, "status", plain.status()),
        errorId == null ? plain.errorId() : errorId,
        number(body, "factor", plain.factor()));
  }

  private static FaultMatch match(@Nullable JsonNode match) {
    if (match == null || match.isNull()) {
      return FaultMatch.ALL;
    }
    var zone = Json.text(match, "zone");
    if (zone != null && Region.ofZone(zone).isEmpty()) {
      throw ApiProblem.invalid("zone %s is not known here.".formatted(zone));
    }
    var region = Json.text(match, "region");
    return new FaultMatch(
        Json.text(match, "method"),
        Json.text(match, "path"),
        Json.text(match, "app"),
        Json.text(match, "account"),
        region == null ? null : region(region),
        zone);
  }

  private static Region region(String name) {
    return Region.named(name)
        .orElseThrow(() -> ApiProblem.invalid("region %s is not known here.".formatted(name)));
  }

  static double number(JsonNode body, String member, double otherwise) {
    var value = body.get(member);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw ApiProblem.invalid("%s must be a number.".formatted(member));
    }
    return value.doubleValue();
  }

  static @Nullable Duration duration(JsonNode body, String member) {
    var text = Json.text(body, member);
    try {
      return text == null ? null : Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw ApiProblem.invalid("%s must be a duration such as PT5M.".formatted(member));
    }
  }

  static Map<String, @Nullable Object> write(Fault fault) {
    var match = fault.match();
    return Json.object(
        "id", fault.id(),
        "kind", fault.kind().wire(),
        "match",
            Json.object(
                "method", match.method(),
                "path", match.path(),
                "app", match.app(),
                "account", match.account(),
                "region", match.region() == null ? null : match.region().wire(),
                "zone", match.zone()),
        "times", fault.times(),
        "left", fault.left(),
        "probability", fault.probability(),
        "from", fault.from(),
        "until", fault.until(),
        "latency", fault.latency(),
        "status", fault.status(),
        "errorId", fault.errorId(),
        "factor", fault.factor());
  }
}
