package farol.alerting.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/**
 * Brings groups in line with their members after alerts changed, and tells escalation. Locks groups
 * after alerts, in the order of their ids.
 */
@Component
class GroupSettlement {
  /** An alert that has just opened, or opened again, and the sender's key for its group. */
  record Opening(Alert alert, @Nullable String groupKey, boolean again) {}

  private final JdbcAlerts alerts;
  private final JdbcGroupRows groups;
  private final AlertHistory history;
  private final Escalation escalation;
  private final AlertStory story;

  GroupSettlement(
      JdbcAlerts alerts,
      JdbcGroupRows groups,
      AlertHistory history,
      Escalation escalation,
      AlertStory story) {
    this.alerts = alerts;
    this.groups = groups;
    this.history = history;
    this.escalation = escalation;
    this.story = story;
  }

  /**
   * Gives openings their groups and settles every group touched.
   *
   * @param touched the groups of alerts that changed otherwise
   */
  void settle(
      List<Opening> openings, Collection<AlertGroupId> touched, Origin origin, Instant now) {
    var changed = new HashSet<>(touched);
    var fresh = new HashSet<AlertGroupId>();
    for (var opening : openings) {
      changed.add(place(opening, origin, fresh, now));
    }
    var opened = openings.stream().map(opening -> opening.alert().id()).toList();
    changed.stream()
        .sorted(Comparator.comparing(AlertGroupId::value))
        .forEach(group -> settle(group, fresh.contains(group), opened, now));
  }

  /** Settles one group whose members a command has changed. */
  void settle(AlertGroupId group, Instant now) {
    settle(group, false, List.of(), now);
  }

  private AlertGroupId place(Opening opening, Origin origin, Set<AlertGroupId> fresh, Instant now) {
    var alert = opening.alert();
    var key = opening.groupKey();
    if (opening.again() && key == null) {
      return alert.group();
    }
    var open = key == null ? null : groups.lockOpen(origin.integration(), key).orElse(null);
    if (open == null && opening.again()) {
      return alert.group();
    }
    if (open == null && groups.insert(alert, key, origin, now)) {
      fresh.add(alert.group());
      return alert.group();
    }
    var joined = open == null ? lockOpen(origin, key) : open;
    alerts.move(alert.id(), joined);
    return joined;
  }

  private AlertGroupId lockOpen(Origin origin, @Nullable String key) {
    return Optional.ofNullable(key)
        .flatMap(present -> groups.lockOpen(origin.integration(), present))
        .orElseThrow(() -> new CannotAcquireLockException("The group closed at this moment"));
  }

  private void settle(AlertGroupId id, boolean fresh, List<AlertId> opened, Instant now) {
    var before = groups.lock(id, fresh).orElseThrow();
    var members = alerts.members(id);
    var joined =
        members.stream()
            .filter(alert -> opened.contains(alert.id()) && !alert.id().equals(before.cause()))
            .toList();
    var cause = joined.isEmpty() ? before.cause() : join(joined, members, before, now);
    shift(before, cause, alerts.members(id), now);
  }

  /**
   * Lets alerts into a group that has others. One that joins an acknowledged group pages only if it
   * is worse than every earlier member.
   *
   * @return the alert for which the group pages from now on
   */
  private AlertId join(List<Alert> joined, List<Alert> members, GroupRow group, Instant now) {
    var worst = joined.stream().min(Comparator.comparing(Alert::severity)).orElseThrow();
    var pages =
        switch (group.state()) {
          case TRIGGERED -> false;
          case ACKNOWLEDGED ->
              members.stream()
                  .filter(member -> !joined.contains(member))
                  .allMatch(member -> worst.severity().compareTo(member.severity()) < 0);
          case RESOLVED -> true;
        };
    var quiet =
        joined.stream().filter(alert -> !(pages && alert.equals(worst))).map(Alert::id).toList();
    joined.forEach(alert -> history.add(alert.id(), now, AlertHistory.Type.JOINED, null, null));
    alerts.outcome(quiet, Outcome.JOINED);
    if (!pages && group.state() == AlertState.ACKNOWLEDGED) {
      var at = group.acknowledgedAt() == null ? now : group.acknowledgedAt();
      alerts.acknowledge(quiet, group.acknowledgedBy(), at);
    }
    return pages ? worst.id() : group.cause();
  }

  private void shift(GroupRow before, AlertId cause, List<Alert> members, Instant now) {
    var after = GroupShift.stateOf(members.stream().map(Alert::state).toList());
    var holder =
        members.stream()
            .filter(member -> member.state() == AlertState.ACKNOWLEDGED)
            .filter(member -> after == AlertState.ACKNOWLEDGED && member.acknowledgedAt() != null)
            .max(Comparator.comparing(Alert::acknowledgedAt));
    var group =
        new GroupRow(
            before.id(),
            cause,
            after,
            holder.map(Alert::acknowledgedBy).orElse(null),
            holder.map(Alert::acknowledgedAt).orElse(null),
            before.fresh());
    if (!group.equals(before)) {
      groups.set(group);
    }
    tell(GroupShift.between(before.state(), before.fresh(), after), before.id(), now);
  }

  private void tell(GroupShift shift, AlertGroupId id, Instant now) {
    switch (shift) {
      case BEGIN -> begin(id, now);
      case BEGIN_AGAIN -> beginAgain(id, now);
      case ACKNOWLEDGED -> escalation.end(id, Escalation.End.ACKNOWLEDGED, now);
      case RESOLVED -> escalation.end(id, Escalation.End.RESOLVED, now);
      case NONE -> {}
    }
  }

  void begin(AlertGroupId id, Instant now) {
    escalation.begin(groups.group(id).orElseThrow(), now);
  }

  /** A flapping alert pages once per window: when a page left inside it, the next one waits. */
  private void beginAgain(AlertGroupId id, Instant now) {
    var quietUntil =
        story.pages(id).stream()
            .map(page -> page.plannedFor().plus(Verdict.REOPEN_WINDOW))
            .max(Comparator.naturalOrder());
    if (quietUntil.isPresent() && now.isBefore(quietUntil.get())) {
      groups.pageAgainAt(id, quietUntil.get());
    } else {
      begin(id, now);
    }
  }
}
