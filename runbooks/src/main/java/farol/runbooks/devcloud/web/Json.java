package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing of bodies. */
final class Json {
  private static final int NESTING_MAX = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Json() {}

  /** An object with its members in order; values may be null. */
  static Map<String, @Nullable Object> object(@Nullable Object... members) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (var i = 0; i < members.length; i += 2) {
      object.put(String.valueOf(members[i]), members[i + 1]);
    }
    return object;
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads a body: empty is an empty object, anything but an object is refused. */
  static ObjectNode read(String body) {
    if (body.isBlank()) {
      return MAPPER.createObjectNode();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      throw ApiProblem.badRequest("The body is not valid JSON.");
    }
    throw ApiProblem.badRequest("The body must be a JSON object.");
  }

  /** A text member, null where it is absent or null. */
  static @Nullable String text(JsonNode object, String member) {
    var value = object.get(member);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw ApiProblem.invalid("%s must be a string.".formatted(member));
    }
    return value.stringValue();
  }

  /** An instant as the Platform API writes it, in whole seconds. */
  static @Nullable String seconds(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
