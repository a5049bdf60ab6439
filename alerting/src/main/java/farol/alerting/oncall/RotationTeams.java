package farol.alerting.oncall;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.List;

/** Everyone who takes turns, on call or not. */
public interface RotationTeams {
  /** Everyone in any slot of the layers that hold at the instant, once each. */
  List<PersonId> rotationTeam(String schedule, Instant at);

  /** Whether there is a schedule of this slug. */
  boolean exists(String schedule);
}
