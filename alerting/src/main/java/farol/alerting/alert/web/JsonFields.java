package farol.alerting.alert.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads fields that senders fill loosely. */
final class JsonFields {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** RFC 3339, and the offset without a colon that many senders write. */
  private static final DateTimeFormatter LOOSE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(java.util.Locale.ROOT);

  private JsonFields() {}

  /** The text of a string, number or truth value; null when absent, null or anything else. */
  static @Nullable String text(JsonNode object, String field) {
    var value = object.path(field);
    return value.isValueNode() && !value.isNull() && !value.isMissingNode()
        ? value.asString()
        : null;
  }

  /** The instant; null when absent or unreadable: a page is worth more than its time stamp. */
  static @Nullable Instant instant(JsonNode object, String field) {
    var text = text(object, field);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.strip(), LOOSE).toInstant();
    } catch (DateTimeException wrong) {
      return null;
    }
  }

  /** The members of an object whose values have a text. */
  static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    for (var member : object.properties()) {
      var text = text(object, member.getKey());
      if (text != null) {
        texts.put(member.getKey(), text);
      }
    }
    return texts;
  }

  /** Any JSON value as a map: an object as it is, anything else under {@code name}. */
  static Map<String, Object> members(JsonNode value, String name) {
    var members = new LinkedHashMap<String, Object>();
    if (value.isObject()) {
      for (var member : value.properties()) {
        if (!member.getValue().isNull()) {
          members.put(member.getKey(), JSON.treeToValue(member.getValue(), Object.class));
        }
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      members.put(name, JSON.treeToValue(value, Object.class));
    }
    return members;
  }
}
