package farol.runbooks.devcloud.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method, a path with variable segments in braces, and who answers. */
record Route(String method, String pattern, Answerer answerer) {
  /** Answers a call. */
  interface Answerer {
    Reply answer(Call call);
  }

  boolean mutating() {
    return !method.equals("GET");
  }

  /** The variable segments when the path fits, empty otherwise. */
  Optional<Map<String, String>> fit(String path) {
    var wanted = List.of(pattern.split("/", -1));
    var actual = List.of(path.split("/", -1));
    if (wanted.size() != actual.size()) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    for (var i = 0; i < wanted.size(); i++) {
      var segment = wanted.get(i);
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), actual.get(i));
      } else if (!segment.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
