package farol.console.statuspage;

import farol.alerting.catalog.Actor;
import farol.console.frame.Place;
import farol.console.frame.RailCounter;
import farol.console.ui.Topic;
import org.springframework.stereotype.Component;

/** How many incidents are open in public. */
@Component
class PublicCounter implements RailCounter {
  private final Desk desk;

  PublicCounter(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Place place() {
    return Place.STATUS_PAGE;
  }

  @Override
  public Topic topic() {
    return Topic.STATUS_PAGE;
  }

  @Override
  public Count count(Actor viewer) {
    return new Count(
        desk.incidents().open().stream().filter(incident -> incident.isPublic()).count(), false);
  }
}
