package farol.alerting.alert.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.alert.Link;
import farol.alerting.alert.Outcome;
import farol.alerting.alert.Resolution;
import farol.alerting.alert.Severity;
import farol.alerting.alert.Urgency;
import farol.alerting.door.PersonName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API answers it; instants in milliseconds.
 *
 * @param suppression always null: nothing suppresses yet
 * @param snoozedUntil always null: nothing snoozes yet
 * @param events the history, only where one alert is asked for
 */
record AlertJson(
    UUID id,
    long number,
    String dedupKey,
    IntegrationJson integration,
    String service,
    String team,
    String summary,
    String source,
    Severity severity,
    Urgency urgency,
    AlertState state,
    @Nullable Outcome outcome,
    @Nullable Object suppression,
    int count,
    int flapCount,
    Map<String, String> labels,
    Map<String, Object> details,
    List<Link> links,
    GroupJson group,
    Instant acceptedAt,
    Instant lastSeenAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant snoozedUntil,
    @Nullable Instant resolvedAt,
    @Nullable Resolution resolution,
    List<AlertStory.PageLine> pages,
    AlertStory.@Nullable LadderLine escalation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EventJson> events) {
  /** The key is masked for those who may not see it, and null for alerts of the house itself. */
  record IntegrationJson(@Nullable String key, IntegrationKind kind) {}

  record GroupJson(UUID id, int size) {}

  record EventJson(Instant at, String type, @Nullable String person, @Nullable String text) {
    static EventJson of(AlertDetail.Event event) {
      return new EventJson(
          event.at().truncatedTo(ChronoUnit.MILLIS),
          event.type(),
          handle(event.person()),
          event.text());
    }
  }

  static AlertJson of(
      AlertDetail alert, boolean seesKey, @Nullable List<AlertDetail.Event> events) {
    var key = alert.integrationKey();
    return new AlertJson(
        alert.id().value(),
        alert.number(),
        alert.dedupKey(),
        new IntegrationJson(key == null ? null : Keys.shown(key, seesKey), alert.integrationKind()),
        alert.service().slug(),
        alert.team().slug(),
        alert.summary(),
        alert.source(),
        alert.severity(),
        alert.urgency(),
        alert.state(),
        alert.outcome(),
        null,
        alert.count(),
        alert.flapCount(),
        alert.labels(),
        alert.details(),
        alert.links(),
        new GroupJson(alert.group().value(), alert.groupSize()),
        alert.acceptedAt().truncatedTo(ChronoUnit.MILLIS),
        alert.lastSeenAt().truncatedTo(ChronoUnit.MILLIS),
        millis(alert.acknowledgedAt()),
        handle(alert.acknowledgedBy()),
        null,
        millis(alert.resolvedAt()),
        alert.resolution(),
        alert.pages(),
        alert.ladder(),
        events == null ? null : events.stream().map(EventJson::of).toList());
  }

  private static @Nullable Instant millis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static @Nullable String handle(@Nullable PersonName person) {
    return person == null ? null : person.handle();
  }
}
