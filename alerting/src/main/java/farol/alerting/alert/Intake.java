package farol.alerting.alert;

import farol.alerting.catalog.ServiceGroupings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts news: the signals, what they change, the history and the due escalation are committed in
 * one transaction, before any door says so. Alerts are locked in the order of their keys.
 */
@Service
class Intake {
  private static final int RACES_MAX = 4;

  private final JdbcAlerts alerts;
  private final Signals signals;
  private final AlertHistory history;
  private final GroupSettlement settlement;
  private final Changes changes;
  private final ServiceGroupings groupings;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  Intake(
      JdbcAlerts alerts,
      Signals signals,
      AlertHistory history,
      GroupSettlement settlement,
      Changes changes,
      ServiceGroupings groupings,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.alerts = alerts;
    this.signals = signals;
    this.history = history;
    this.settlement = settlement;
    this.changes = changes;
    this.groupings = groupings;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public List<Accepted> accept(
      Integration integration, IntegrationKind door, List<? extends News> news) {
    var origin = Origin.of(integration, groupings.of(integration.service()));
    return accept(origin, door, news, clock.instant());
  }

  /** Records a request that carried no item. */
  @Transactional
  public void acceptEmpty(Integration integration, IntegrationKind door, String body) {
    signals.addEmpty(integration.id(), door, body, clock.instant());
  }

  /** Records a change at the integration's service; it pages nobody. */
  @Transactional
  public void acceptChange(Integration integration, ChangeNews change) {
    var now = clock.instant();
    signals.addEmpty(integration.id(), IntegrationKind.PAGERDUTY, change.body(), now);
    changes.add(integration, change, now);
  }

  /** Joins the caller's transaction. */
  public List<Accepted> accept(
      Origin origin, IntegrationKind door, List<? extends News> news, Instant now) {
    var batch = new Batch(origin, now);
    var accepted = new ArrayList<Accepted>();
    var ordered = news.stream().sorted(Comparator.comparing(News::dedupKey)).toList();
    for (var item : ordered) {
      var alert = batch.take(item).orElse(null);
      signals.add(origin.integration(), door, item, alert, now);
      accepted.add(new Accepted(item.dedupKey(), alert));
    }
    batch.settle();
    return accepted;
  }

  /** The changes of one transaction. */
  private final class Batch {
    private final Origin origin;
    private final Instant now;
    private final List<GroupSettlement.Opening> openings = new ArrayList<>();
    private final List<Alert> resolved = new ArrayList<>();
    private final Set<AlertGroupId> touched = new HashSet<>();

    Batch(Origin origin, Instant now) {
      this.origin = origin;
      this.now = now;
    }

    /** Applies one item; decides again when another transaction was faster. */
    Optional<AlertId> take(News news) {
      for (var race = 0; race < RACES_MAX; race++) {
        var verdict = verdict(news);
        var concerned = apply(verdict);
        if (concerned.isPresent() || verdict instanceof Verdict.Nothing) {
          return concerned;
        }
      }
      throw new CannotAcquireLockException("The alert %s is contended".formatted(news.dedupKey()));
    }

    private Verdict verdict(News news) {
      var integration = origin.integration();
      // The key before the row, always: whoever opened or resolved this key meanwhile has committed
      // once this returns, and no two senders can wait for each other.
      alerts.lockKey(integration, news.dedupKey());
      var open = alerts.lockOpen(integration, news.dedupKey());
      var last =
          open.isEmpty() && news instanceof News.Trigger && origin.reopens()
              ? alerts.lastResolved(integration, news.dedupKey())
              : Optional.<Alert>empty();
      return Verdict.of(news, open, last, signals.told(integration, news, now), now);
    }

    /** Answers the alert concerned; nothing when another transaction was faster. */
    private Optional<AlertId> apply(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Open(var news) -> {
          var opened = alerts.insert(origin.integration(), origin.service(), news, now);
          yield opened.map(alert -> opened(alert, news, false));
        }
        case Verdict.Reopen(var alert, var news) ->
            alerts.reopen(alert, news, now).map(again -> opened(again, news, true));
        case Verdict.Repeat(var alert, var news) -> Optional.of(repeated(alert, news));
        case Verdict.Acknowledged(var alert) -> Optional.of(acknowledged(alert));
        case Verdict.Resolved(var alert, var endsAt) -> Optional.of(resolved(alert, endsAt));
        case Verdict.Nothing(var alert, var late) -> {
          if (late) {
            alert.ifPresent(
                known -> history.add(known.id(), now, AlertHistory.Type.LATE, null, null));
          }
          yield alert.map(Alert::id);
        }
      };
    }

    private AlertId opened(Alert alert, News.Trigger news, boolean again) {
      openings.add(new GroupSettlement.Opening(alert, origin.groupKey(news), again));
      var type = again ? AlertHistory.Type.REOPENED : AlertHistory.Type.TRIGGERED;
      var note =
          alert.state() == AlertState.ACKNOWLEDGED ? "Stays acknowledged: it was before" : null;
      history.add(alert.id(), now, type, null, note);
      return alert.id();
    }

    private AlertId repeated(Alert alert, News.Trigger news) {
      var told = news.content().severity();
      var worse = told.compareTo(alert.severity()) < 0;
      alerts.repeat(alert, worse ? told : alert.severity(), now);
      if (worse) {
        history.add(alert.id(), now, AlertHistory.Type.WORSENED, null, told.name());
      }
      return alert.id();
    }

    private AlertId acknowledged(Alert alert) {
      alerts.acknowledge(List.of(alert.id()), null, now);
      history.add(alert.id(), now, AlertHistory.Type.ACKNOWLEDGED, null, "By the sender");
      touch(alert);
      return alert.id();
    }

    private AlertId resolved(Alert alert, Instant endsAt) {
      alerts.resolve(alert.id(), Resolution.SENDER, endsAt, now);
      history.add(alert.id(), now, AlertHistory.Type.RESOLVED, null, "By the sender");
      resolved.add(alert);
      touch(alert);
      return alert.id();
    }

    /** The group of an alert that opened in this batch is found when the batch settles. */
    private void touch(Alert alert) {
      if (openings.stream().noneMatch(opening -> opening.alert().id().equals(alert.id()))) {
        touched.add(alert.group());
      }
    }

    void settle() {
      settlement.settle(openings, touched, origin, now);
      for (var opening : openings) {
        publishOpening(alerts.alert(opening.alert().id()).orElseThrow());
      }
      for (var alert : resolved) {
        var group = alerts.alert(alert.id()).orElseThrow().group();
        events.publishEvent(new AlertResolved(alert.id(), group, now));
      }
    }

    private void publishOpening(Alert alert) {
      events.publishEvent(
          new AlertTriggered(
              alert.id(),
              alert.group(),
              alert.number(),
              alert.service(),
              alert.severity(),
              alert.summary(),
              now));
    }
  }
}
