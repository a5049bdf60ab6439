package farol.alerting.oncall;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Team;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Asks the stored schedules. */
@Service
class ScheduledOnCall implements OnCall, RotationTeams {
  private final JdbcSchedules schedules;
  private final Catalog catalog;

  ScheduledOnCall(JdbcSchedules schedules, Catalog catalog) {
    this.schedules = schedules;
    this.catalog = catalog;
  }

  @Override
  public List<Entry> at(Instant instant) {
    return schedules.all().stream().flatMap(stored -> entries(stored, instant)).toList();
  }

  @Override
  public List<Entry> at(String schedule, Instant instant) {
    return schedules.find(schedule).stream().flatMap(stored -> entries(stored, instant)).toList();
  }

  private Stream<Entry> entries(StoredSchedule stored, Instant instant) {
    var team = catalog.team(stored.team()).map(Team::slug).orElse("");
    return stored.at(instant).stream()
        .sorted(Comparator.comparing(Shift::person))
        .flatMap(shift -> entry(stored, team, shift, instant).stream());
  }

  private Optional<Entry> entry(StoredSchedule stored, String team, Shift shift, Instant at) {
    return catalog
        .person(shift.person())
        .map(
            person ->
                new Entry(
                    stored.slug(),
                    team,
                    person.id(),
                    shift.start(),
                    StoredSchedule.isEndless(shift, at) ? null : shift.end(),
                    shift.layer(),
                    shift.source().name()));
  }

  @Override
  public Optional<String> scheduleWithPurpose(String purpose) {
    return schedules.slugOfPurpose(purpose);
  }

  @Override
  public List<PersonId> rotationTeam(String schedule, Instant at) {
    return schedules.find(schedule).stream()
        .flatMap(stored -> stored.versionAt(at).schedule().people().stream())
        .flatMap(handle -> catalog.person(handle).map(Person::id).stream())
        .toList();
  }

  @Override
  public boolean exists(String schedule) {
    return schedules.find(schedule).isPresent();
  }
}
