package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param lost whether the connection is closed in place of an answer
 */
record Reply(int status, Map<String, String> headers, String body, boolean lost) {
  private static final String JSON = "application/json;charset=utf-8";

  static Reply json(int status, Object value) {
    return new Reply(status, Map.of("Content-Type", JSON), Json.write(value), false);
  }

  static Reply text(int status, String contentType, String text) {
    return new Reply(status, Map.of("Content-Type", contentType), text, false);
  }

  static Reply problem(ApiProblem problem) {
    return error(problem.status(), problem.id(), problem.message(), problem.resource());
  }

  static Reply error(
      int status, String id, String message, @org.jspecify.annotations.Nullable String resource) {
    var body = Json.object("id", id, "message", message);
    if (resource != null) {
      body.put("resource", resource);
    }
    return json(status, body);
  }

  static Reply closed() {
    return new Reply(0, Map.of(), "", true);
  }

  Reply with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, body, lost);
  }

  Reply losing() {
    return new Reply(status, headers, body, true);
  }
}
