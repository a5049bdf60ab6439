package farol.alerting.alert.web;

import farol.alerting.alert.AlertContent;
import farol.alerting.alert.ChangeNews;
import farol.alerting.alert.Link;
import farol.alerting.alert.News;
import farol.alerting.alert.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a request of the PagerDuty Events API v2 and names every fault by its field. */
final class PagerDutyEvent {
  static final int ROUTING_KEY_LENGTH = 32;
  static final int DEDUP_KEY_MAX = 255;

  private final JsonNode event;
  private final JsonNode payload;
  private final String body;
  private final List<String> faults = new ArrayList<>();

  PagerDutyEvent(JsonNode event, String body) {
    this.event = event;
    this.payload = event.path("payload");
    this.body = body;
  }

  /** What is wrong with the event sent to {@code /v2/enqueue}, one entry per fault. */
  List<String> faults() {
    routingKey();
    var action = JsonFields.text(event, "event_action");
    if (isBlank(action)) {
      missing("event_action");
    } else if (!List.of("trigger", "acknowledge", "resolve").contains(action)) {
      faults.add("'event_action' should be one of trigger, acknowledge, resolve");
    }
    dedupKey("trigger".equals(action));
    if ("trigger".equals(action)) {
      payload("summary", "source", "severity");
    }
    return List.copyOf(faults);
  }

  /** What is wrong with the event sent to {@code /v2/change/enqueue}. */
  List<String> changeFaults() {
    routingKey();
    payload("summary");
    return List.copyOf(faults);
  }

  private void routingKey() {
    var key = JsonFields.text(event, "routing_key");
    if (isBlank(key)) {
      missing("routing_key");
    } else if (Objects.requireNonNull(key).length() != ROUTING_KEY_LENGTH) {
      faults.add("'routing_key' length should be %d".formatted(ROUTING_KEY_LENGTH));
    }
  }

  private void dedupKey(boolean optional) {
    var field = event.path("dedup_key");
    var key = JsonFields.text(event, "dedup_key");
    if (field.isContainer()) {
      faults.add("'dedup_key' should be a string");
    } else if (isBlank(key) && !optional) {
      missing("dedup_key");
    } else if (key != null && key.codePointCount(0, key.length()) > DEDUP_KEY_MAX) {
      faults.add("'dedup_key' length should be at most %d".formatted(DEDUP_KEY_MAX));
    }
  }

  private void payload(String... required) {
    if (payload.isMissingNode() || payload.isNull()) {
      missing("payload");
      return;
    }
    if (!payload.isObject()) {
      faults.add("'payload' should be an object");
      return;
    }
    for (var field : required) {
      var isText = !payload.path(field).isContainer();
      if (isText && isBlank(JsonFields.text(payload, field))) {
        missing("payload." + field);
      } else if (!isText && !field.equals("severity")) {
        faults.add("'payload.%s' should be a string".formatted(field));
      }
    }
  }

  private void missing(String field) {
    faults.add("'%s' is missing or blank".formatted(field));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  String key() {
    return Objects.requireNonNull(JsonFields.text(event, "routing_key"));
  }

  /** The event in Farol's words; asked only when it has no faults. */
  News news() {
    var dedupKey = JsonFields.text(event, "dedup_key");
    var at = JsonFields.instant(payload, "timestamp");
    return switch (Objects.requireNonNull(JsonFields.text(event, "event_action"))) {
      case "acknowledge" -> new News.Acknowledge(Objects.requireNonNull(dedupKey), at, body);
      case "resolve" -> new News.Resolve(Objects.requireNonNull(dedupKey), at, body);
      default -> {
        var key = isBlank(dedupKey) ? generatedKey() : dedupKey;
        yield new News.Trigger(Objects.requireNonNull(key), null, content(), at, body);
      }
    };
  }

  private static String generatedKey() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  ChangeNews change() {
    var source = JsonFields.text(payload, "source");
    return new ChangeNews(
        Objects.requireNonNull(JsonFields.text(payload, "summary")),
        source == null ? "" : source,
        JsonFields.instant(payload, "timestamp"),
        JsonFields.members(payload.path("custom_details"), "custom_details"),
        links(),
        body);
  }

  private AlertContent content() {
    var severity = severity(JsonFields.text(payload, "severity"));
    return new AlertContent(
        Objects.requireNonNull(JsonFields.text(payload, "summary")),
        Objects.requireNonNull(JsonFields.text(payload, "source")),
        severity,
        severity.urgency(),
        labels(),
        JsonFields.members(payload.path("custom_details"), "custom_details"),
        links());
  }

  /** Anything unknown is an error: a sender's slip must not lose a page. */
  static Severity severity(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "critical" -> Severity.CRITICAL;
      case "warning" -> Severity.WARNING;
      case "info" -> Severity.INFO;
      default -> Severity.ERROR;
    };
  }

  private Map<String, String> labels() {
    var labels = new LinkedHashMap<String, String>();
    for (var field : List.of("component", "group", "class")) {
      var text = JsonFields.text(payload, field);
      if (!isBlank(text)) {
        labels.put(field, Objects.requireNonNull(text));
      }
    }
    return labels;
  }

  private List<Link> links() {
    var links = new ArrayList<Link>();
    var client = JsonFields.text(event, "client");
    Link.of(JsonFields.text(event, "client_url"), client).ifPresent(links::add);
    for (var link : event.path("links")) {
      Link.of(JsonFields.text(link, "href"), JsonFields.text(link, "text")).ifPresent(links::add);
    }
    for (var image : event.path("images")) {
      image(image).ifPresent(links::add);
    }
    return links;
  }

  private static Optional<Link> image(JsonNode image) {
    var href = JsonFields.text(image, "href");
    var address = isBlank(href) ? JsonFields.text(image, "src") : href;
    return Link.of(address, JsonFields.text(image, "alt"));
  }
}
