package farol.console.frame;

import farol.alerting.catalog.Actor;
import farol.console.ui.Topic;

/** A number beside a place of the rail. Beans of this type are found by the frame. */
public interface RailCounter {
  /**
   * The number and how loud it is.
   *
   * @param count zero shows nothing
   * @param urgent a red plate: something needs somebody now and nobody has it
   */
  record Count(long count, boolean urgent) {}

  Place place();

  /** Changes of this topic make the frame ask again. */
  Topic topic();

  Count count(Actor viewer);
}
