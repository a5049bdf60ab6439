package farol.console.alerts;

import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory.LadderLine;
import farol.alerting.alert.OpenGroup;
import farol.alerting.alert.Severity;
import farol.alerting.door.PersonName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list: a group that burns, or one alert of the history.
 *
 * @param size how many alerts of the group are not over; 1 for an alert of the history
 * @param who who has it; null while nobody has
 */
record AlertRow(
    AlertId id,
    long number,
    AlertState state,
    Severity severity,
    String summary,
    int size,
    String service,
    String team,
    @Nullable PersonName who,
    Instant acceptedAt,
    @Nullable Instant resolvedAt,
    boolean inIncident,
    @Nullable LadderLine ladder) {

  static AlertRow of(OpenGroup group) {
    return new AlertRow(
        group.alert(),
        group.number(),
        group.state(),
        group.severity(),
        group.summary(),
        group.size(),
        group.service().slug(),
        group.team().slug(),
        group.acknowledgedBy(),
        group.acceptedAt(),
        null,
        group.incident() != null,
        group.ladder());
  }

  static AlertRow of(AlertDetail alert) {
    return new AlertRow(
        alert.id(),
        alert.number(),
        alert.state(),
        alert.severity(),
        alert.summary(),
        1,
        alert.service().slug(),
        alert.team().slug(),
        alert.acknowledgedBy(),
        alert.acceptedAt(),
        alert.resolvedAt(),
        alert.incident() != null,
        alert.state() == AlertState.TRIGGERED ? alert.ladder() : null);
  }

  /** Somebody must act now. */
  boolean burns() {
    return state == AlertState.TRIGGERED;
  }

  /** When the ladder goes on, while it does. */
  @Nullable Instant nextAt() {
    return ladder == null || !burns() ? null : ladder.nextAt();
  }

  /** Whether every word of the filter stands somewhere in the line. */
  boolean fits(String filter) {
    var text =
        "#%d %s %s %s %s %s %s"
            .formatted(
                number,
                summary,
                service,
                team,
                severity,
                state,
                who == null ? "nobody" : who.name())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(text::contains);
  }
}
