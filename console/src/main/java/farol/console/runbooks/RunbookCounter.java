package farol.console.runbooks;

import farol.alerting.catalog.Actor;
import farol.console.frame.Place;
import farol.console.frame.RailCounter;
import farol.console.ui.Topic;
import farol.runbooks.execution.Plans;
import org.springframework.stereotype.Component;

/** How many plans wait for the viewer's approval. */
@Component
class RunbookCounter implements RailCounter {
  private static final int PLANS_MAX = 50;

  private final Plans plans;

  RunbookCounter(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Place place() {
    return Place.RUNBOOKS;
  }

  @Override
  public Topic topic() {
    return Topic.RUNBOOKS;
  }

  @Override
  public Count count(Actor viewer) {
    return new Count(plans.list("READY", viewer, PLANS_MAX).size(), false);
  }
}
