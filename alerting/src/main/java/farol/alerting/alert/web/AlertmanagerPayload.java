package farol.alerting.alert.web;

import farol.alerting.alert.AlertContent;
import farol.alerting.alert.Fingerprint;
import farol.alerting.alert.Link;
import farol.alerting.alert.News;
import farol.alerting.alert.Severity;
import farol.alerting.alert.Texts;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the webhook payload of Alertmanager, version 4. Each entry counts by its own status; an
 * entry that is no object is left out, and its neighbours are taken.
 */
final class AlertmanagerPayload {
  /** Go's zero time: the sender gives no end. */
  private static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private final JsonNode payload;
  private final Instant now;

  AlertmanagerPayload(JsonNode payload, Instant now) {
    this.payload = payload;
    this.now = now;
  }

  List<News> news() {
    var alerts = payload.path("alerts");
    if (!alerts.isArray()) {
      throw Refusal.unreadable("The body has no list named alerts");
    }
    var news = new ArrayList<News>();
    for (var alert : alerts) {
      if (alert.isObject()) {
        news.add(news(alert));
      }
    }
    return news;
  }

  private News news(JsonNode alert) {
    var labels = withoutEmpty(JsonFields.texts(alert.path("labels")));
    var key = dedupKey(alert, labels);
    var endsAt = given(JsonFields.instant(alert, "endsAt"));
    if (isResolved(alert, endsAt)) {
      return new News.Resolve(key, endsAt, alert.toString());
    }
    return new News.Trigger(
        key,
        groupKey(),
        content(alert, labels),
        given(JsonFields.instant(alert, "startsAt")),
        alert.toString());
  }

  private boolean isResolved(JsonNode alert, @Nullable Instant endsAt) {
    return switch (String.valueOf(JsonFields.text(alert, "status"))) {
      case "resolved" -> true;
      case "firing" -> false;
      default -> endsAt != null && !endsAt.isAfter(now);
    };
  }

  private @Nullable String groupKey() {
    var key = JsonFields.text(payload, "groupKey");
    return key == null || key.isBlank() ? null : Texts.cut(key, GROUP_KEY_MAX);
  }

  private static final int GROUP_KEY_MAX = 2_048;

  private static String dedupKey(JsonNode alert, Map<String, String> labels) {
    var given = JsonFields.text(alert, "fingerprint");
    var usable = given != null && !given.isBlank() && given.length() <= News.DEDUP_KEY_MAX;
    return usable && given != null ? Texts.clean(given) : Fingerprint.of(labels);
  }

  private static @Nullable Instant given(@Nullable Instant instant) {
    return instant == null || instant.equals(NO_TIME) ? null : instant;
  }

  private static Map<String, String> withoutEmpty(Map<String, String> labels) {
    var kept = new LinkedHashMap<>(labels);
    kept.values().removeIf(String::isEmpty);
    return kept;
  }

  private AlertContent content(JsonNode alert, Map<String, String> labels) {
    var annotations = JsonFields.texts(alert.path("annotations"));
    var severity = severity(labels.get("severity"));
    return new AlertContent(
        summary(labels, annotations),
        first(labels.get("instance"), labels.get("job"), "alertmanager"),
        severity,
        severity.urgency(),
        labels,
        new LinkedHashMap<>(annotations),
        links(alert, annotations));
  }

  private static String summary(Map<String, String> labels, Map<String, String> annotations) {
    return first(
        annotations.get("summary"),
        annotations.get("description"),
        annotations.get("message"),
        named(labels),
        "An alert without a name");
  }

  private static @Nullable String named(Map<String, String> labels) {
    var name = labels.get("alertname");
    var instance = labels.get("instance");
    return name == null || instance == null ? name : "%s on %s".formatted(name, instance);
  }

  private static String first(@Nullable String... texts) {
    return Stream.of(texts)
        .flatMap(text -> Stream.ofNullable(text))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElseThrow();
  }

  /** The words that people write into the label {@code severity}; without one it is an error. */
  static Severity severity(@Nullable String label) {
    return switch (label == null ? "" : label.strip().toLowerCase(Locale.ROOT)) {
      case "critical", "page" -> Severity.CRITICAL;
      case "warning" -> Severity.WARNING;
      case "info", "none" -> Severity.INFO;
      default -> Severity.ERROR;
    };
  }

  private List<Link> links(JsonNode alert, Map<String, String> annotations) {
    return Stream.of(
            Link.of(annotations.get("runbook_url"), "Runbook"),
            Link.of(annotations.get("dashboard_url"), "Dashboard"),
            Link.of(JsonFields.text(alert, "generatorURL"), "Source"),
            Link.of(JsonFields.text(payload, "externalURL"), "Alertmanager"))
        .flatMap(Optional::stream)
        .toList();
  }
}
