package farol.alerting.oncall;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is on call, at any instant, past or future. */
public interface OnCall {
  /** The purpose of the schedule in which commanders take turns. */
  String INCIDENT_COMMANDER = "INCIDENT_COMMANDER";

  /**
   * One person on call in one schedule.
   *
   * @param schedule its slug
   * @param team the slug of the team it belongs to
   * @param until the end of this shift; null when no end is in sight
   * @param layer null when an override put the person there
   * @param source ROTATION or OVERRIDE
   */
  record Entry(
      String schedule,
      String team,
      PersonId person,
      Instant since,
      @Nullable Instant until,
      @Nullable String layer,
      String source) {}

  /** Everybody on call at the instant, by schedule then person. */
  List<Entry> at(Instant instant);

  List<Entry> at(String schedule, Instant instant);

  /** The schedule with this purpose, if the installation has one. */
  Optional<String> scheduleWithPurpose(String purpose);
}
