package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.alerting.door.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group that is not over, as the list of what burns shows it.
 *
 * @param alert the alert that opened it, or made it page again
 * @param severity the worst of its unresolved members
 * @param size its unresolved members
 * @param count how often they were told
 * @param acknowledgedBy who has it; null when nobody has, or its sender acknowledged it
 * @param ladder where its ladder stands; null when none is under way
 */
public record OpenGroup(
    AlertGroupId id,
    AlertId alert,
    long number,
    AlertState state,
    Severity severity,
    Urgency urgency,
    String summary,
    Service service,
    Team team,
    int size,
    int count,
    Instant acceptedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable PersonName acknowledgedBy,
    @Nullable IncidentId incident,
    AlertStory.@Nullable LadderLine ladder) {}
