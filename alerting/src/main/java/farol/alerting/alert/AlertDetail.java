package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.alerting.door.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert with all that a door or a view tells of it.
 *
 * @param groupSize members of its group
 * @param acknowledgedBy null also when its sender acknowledged it
 * @param pages the pages of its group, oldest first
 * @param ladder null when its group has none
 */
public record AlertDetail(
    AlertId id,
    long number,
    String dedupKey,
    IntegrationId integration,
    @Nullable String integrationKey,
    IntegrationKind integrationKind,
    Service service,
    Team team,
    String summary,
    String source,
    Severity severity,
    Urgency urgency,
    AlertState state,
    @Nullable Outcome outcome,
    int count,
    int flapCount,
    Map<String, String> labels,
    Map<String, Object> details,
    List<Link> links,
    AlertGroupId group,
    int groupSize,
    @Nullable IncidentId incident,
    Instant acceptedAt,
    Instant lastSeenAt,
    @Nullable Instant acknowledgedAt,
    @Nullable PersonName acknowledgedBy,
    @Nullable Instant resolvedAt,
    @Nullable Resolution resolution,
    List<AlertStory.PageLine> pages,
    AlertStory.@Nullable LadderLine ladder) {
  /**
   * One entry of its history.
   *
   * @param type TRIGGERED, REOPENED, JOINED, WORSENED, ACKNOWLEDGED, UNACKNOWLEDGED, RESOLVED, LATE
   *     (news that the alert knew better), NOTE, LINKED, HANDED_UP or EXHAUSTED
   * @param person null when no person did it
   */
  public record Event(
      Instant at, String type, @Nullable PersonName person, @Nullable String text) {}
}
