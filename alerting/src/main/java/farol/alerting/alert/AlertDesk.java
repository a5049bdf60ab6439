package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with alerts. An alert is acknowledged with its whole group, and resolved on its
 * own. An action that is illegal in the state that stands is refused (409).
 */
@Service
public class AlertDesk {
  public static final int NOTE_MAX = 25_000;

  private final JdbcAlerts alerts;
  private final AlertHistory history;
  private final GroupSettlement settlement;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  AlertDesk(
      JdbcAlerts alerts,
      AlertHistory history,
      GroupSettlement settlement,
      Audit audit,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.alerts = alerts;
    this.history = history;
    this.settlement = settlement;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The acting person takes the alert's group; what the same person holds already stays. */
  @Transactional
  public void acknowledge(Actor actor, AlertId id) {
    actor.mustBe(Role.RESPONDER);
    acknowledge(actor, alert(id).group(), clock.instant());
  }

  /** Takes a group for a person whose right to it is decided already; joins the transaction. */
  @Transactional
  public void acknowledge(Actor actor, AlertGroupId id, Instant now) {
    var members = alerts.lockOpenMembers(id);
    if (members.isEmpty()) {
      throw illegal(AlertAction.ACKNOWLEDGE, AlertState.RESOLVED);
    }
    var person = actor.person().id();
    var taken = members.stream().filter(alert -> !isHeldBy(alert, actor)).toList();
    if (taken.isEmpty()) {
      return;
    }
    alerts.acknowledge(taken.stream().map(Alert::id).toList(), person, now);
    for (var alert : taken) {
      record(alert, now, AlertHistory.Type.ACKNOWLEDGED, actor, null);
    }
    settlement.settle(id, now);
    for (var alert : taken) {
      events.publishEvent(new AlertAcknowledged(alert.id(), id, person, now));
    }
  }

  private static boolean isHeldBy(Alert alert, Actor actor) {
    return alert.state() == AlertState.ACKNOWLEDGED
        && actor.person().id().equals(alert.acknowledgedBy());
  }

  /** Gives the alert's group back: it is paged again from the first level. */
  @Transactional
  public void unacknowledge(Actor actor, AlertId id) {
    actor.mustBe(Role.RESPONDER);
    var now = clock.instant();
    var alert = alert(id);
    var members =
        alerts.lockOpenMembers(alert.group()).stream()
            .filter(member -> member.state() == AlertState.ACKNOWLEDGED)
            .toList();
    refuseUnless(AlertAction.UNACKNOWLEDGE, alert(id));
    alerts.unacknowledge(members.stream().map(Alert::id).toList());
    for (var member : members) {
      record(member, now, AlertHistory.Type.UNACKNOWLEDGED, actor, null);
    }
    settlement.settle(alert.group(), now);
  }

  /** Ends the alert; its group is over with its last member. */
  @Transactional
  public void resolve(Actor actor, AlertId id) {
    actor.mustBe(Role.RESPONDER);
    var now = clock.instant();
    var group = alert(id).group();
    alerts.lockOpenMembers(group);
    var alert = alert(id);
    refuseUnless(AlertAction.RESOLVE, alert);
    alerts.resolve(id, Resolution.PERSON, null, now);
    record(alert, now, AlertHistory.Type.RESOLVED, actor, null);
    settlement.settle(group, now);
    events.publishEvent(new AlertResolved(id, group, now));
  }

  /** Adds a remark of 1 to {@value #NOTE_MAX} characters to the alert's history. */
  @Transactional
  public void note(Actor actor, AlertId id, @Nullable String text) {
    actor.mustBe(Role.RESPONDER);
    if (text == null || text.isBlank() || text.length() > NOTE_MAX) {
      throw Refusal.invalid("text", "has 1 to %d characters".formatted(NOTE_MAX));
    }
    record(alert(id), clock.instant(), AlertHistory.Type.NOTE, actor, Texts.clean(text));
  }

  private Alert alert(AlertId id) {
    return alerts
        .alert(id)
        .orElseThrow(() -> Refusal.notFound("The alert %s".formatted(id.value())));
  }

  private void record(
      Alert alert, Instant now, AlertHistory.Type type, Actor actor, @Nullable String text) {
    history.add(alert.id(), now, type, actor.person().id(), text);
    audit.record(
        actor,
        now,
        "alert." + type.name().toLowerCase(Locale.ROOT),
        "alert/" + alert.number(),
        Map.of("state", alert.state()),
        alerts.alert(alert.id()).map(after -> Map.of("state", after.state())).orElse(null));
  }

  private static void refuseUnless(AlertAction action, Alert alert) {
    if (action.from(alert.state()).isEmpty()) {
      throw illegal(action, alert.state());
    }
  }

  private static Refusal illegal(AlertAction action, AlertState state) {
    return Refusal.conflict(
        "illegal-transition",
        "The alert is %s; it cannot be %s"
            .formatted(
                state.name().toLowerCase(Locale.ROOT),
                switch (action) {
                  case ACKNOWLEDGE -> "acknowledged";
                  case UNACKNOWLEDGE -> "unacknowledged";
                  case RESOLVE -> "resolved";
                  case REOPEN -> "opened again";
                }));
  }
}
