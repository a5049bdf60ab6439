package farol.console.alerts;

import farol.alerting.alert.AlertBoard;
import farol.alerting.catalog.Actor;
import farol.console.frame.Place;
import farol.console.frame.RailCounter;
import farol.console.ui.Topic;
import org.springframework.stereotype.Component;

/** Beside Alerts: the groups nobody has, on a red plate. */
@Component
class AlertRailCounter implements RailCounter {
  private final AlertBoard board;

  AlertRailCounter(AlertBoard board) {
    this.board = board;
  }

  @Override
  public Place place() {
    return Place.ALERTS;
  }

  @Override
  public Topic topic() {
    return Topic.ALERTS;
  }

  @Override
  public Count count(Actor viewer) {
    var waiting = board.counts().unacknowledgedGroups();
    return new Count(waiting, waiting > 0);
  }
}
