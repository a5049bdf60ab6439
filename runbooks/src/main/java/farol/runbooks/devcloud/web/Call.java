package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.Account;
import farol.runbooks.devcloud.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request as a door sees it.
 *
 * @param parameters the variable segments of the path
 */
record Call(
    Incoming incoming, Account account, UUID id, Instant now, Map<String, String> parameters) {
  Caller caller() {
    return new Caller(account, id, now);
  }

  /** A variable segment of the path that its route declares. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  ObjectNode body() {
    return Json.read(incoming.body());
  }

  @Nullable String query(String name) {
    var values = incoming.query().getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getLast();
  }
}
