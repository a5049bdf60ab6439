package farol.statuspage.uptime;

import farol.statuspage.component.Weights;
import java.time.ZoneId;

/**
 * How uptime is counted.
 *
 * @param zone the zone whose civil days are the days
 * @param places decimals of a percent, 2 or 3
 * @param noticeHours how long ahead a maintenance is announced to count as such
 */
public record Rules(Method method, ZoneId zone, int places, int noticeHours, Weights weights) {
  public Rules {
    if (places != 2 && places != 3) {
      throw new IllegalArgumentException("places is 2 or 3, not " + places);
    }
  }
}
