package farol.alerting.oncall;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What views show of schedules: who is on call now and next, one person's shifts, and lanes. */
@Service
public class OnCallBoard {
  private static final Duration NEXT_WITHIN = Duration.ofDays(60);

  /**
   * One schedule now.
   *
   * @param until when the first of the people on call hands over; null when no end is in sight
   * @param next who comes then, empty when nobody does
   */
  public record Watch(
      String schedule,
      String scheduleName,
      String team,
      String teamName,
      @Nullable String purpose,
      List<Person> people,
      @Nullable Instant until,
      List<Person> next) {}

  /** A shift of one person. */
  public record OwnShift(String schedule, String scheduleName, Shift shift) {}

  /** One schedule over a window. */
  public record Lane(
      String schedule,
      String name,
      String team,
      ZoneId zone,
      List<String> layers,
      List<Shift> shifts,
      List<Preview.Gap> gaps) {}

  /** One person on call with the reason, for the API. */
  public record Held(
      String schedule, String team, Shift shift, boolean endless, List<String> trace) {}

  private final JdbcSchedules schedules;
  private final Catalog catalog;

  OnCallBoard(JdbcSchedules schedules, Catalog catalog) {
    this.schedules = schedules;
    this.catalog = catalog;
  }

  /** Every schedule now, by team then slug. */
  public List<Watch> now(Instant now) {
    return schedules.all().stream()
        .map(stored -> watch(stored, now))
        .sorted(Comparator.comparing(Watch::team).thenComparing(Watch::schedule))
        .toList();
  }

  private Watch watch(StoredSchedule stored, Instant now) {
    var team = catalog.team(stored.team());
    var held = stored.at(now);
    var until =
        held.stream()
            .filter(shift -> !StoredSchedule.isEndless(shift, now))
            .map(Shift::end)
            .min(Comparator.naturalOrder());
    return new Watch(
        stored.slug(),
        stored.name(),
        team.map(Team::slug).orElse(""),
        team.map(Team::name).orElse(""),
        stored.purpose(),
        people(held),
        until.orElse(null),
        people(until.map(stored::at).orElseGet(() -> firstToCome(stored, now))));
  }

  private static List<Shift> firstToCome(StoredSchedule stored, Instant now) {
    return stored.shifts(new Interval(now, now.plus(NEXT_WITHIN))).stream()
        .filter(shift -> shift.start().isAfter(now))
        .limit(1)
        .toList();
  }

  private List<Person> people(List<Shift> shifts) {
    return shifts.stream().flatMap(shift -> catalog.person(shift.person()).stream()).toList();
  }

  /** The shifts of one person that touch the window, soonest first. */
  public List<OwnShift> shiftsOf(PersonId person, Instant from, Instant until) {
    var handle = catalog.person(person).map(Person::handle).orElse("");
    var window = Preview.window(from, until);
    return schedules.all().stream()
        .flatMap(
            stored ->
                stored.shifts(window).stream()
                    .filter(shift -> shift.person().equals(handle))
                    .map(shift -> new OwnShift(stored.slug(), stored.name(), shift)))
        .sorted(Comparator.comparing(own -> own.shift().start()))
        .toList();
  }

  /** Until when the person is on call without a break, if they are now. */
  public Optional<Instant> onCallUntil(PersonId person, Instant now) {
    var handle = catalog.person(person).map(Person::handle).orElse("");
    return schedules.all().stream()
        .flatMap(stored -> stored.at(now).stream())
        .filter(shift -> shift.person().equals(handle))
        .map(Shift::end)
        .max(Comparator.naturalOrder());
  }

  /** One lane per schedule, by team then slug. */
  public List<Lane> lanes(Instant from, Instant until) {
    var window = Preview.window(from, until);
    return schedules.all().stream()
        .map(stored -> lane(stored, window))
        .sorted(Comparator.comparing(Lane::team).thenComparing(Lane::schedule))
        .toList();
  }

  private Lane lane(StoredSchedule stored, Interval window) {
    var schedule = stored.versionAt(window.end()).schedule();
    var shifts = stored.shifts(window);
    return new Lane(
        stored.slug(),
        stored.name(),
        catalog.team(stored.team()).map(Team::slug).orElse(""),
        schedule.zone(),
        schedule.layers().stream().map(Layer::name).toList(),
        shifts,
        Preview.of(shifts, window, schedule.zone()).gaps());
  }

  /** Everybody on call at the instant with the reason, by schedule then person. */
  public List<Held> held(Instant at) {
    return schedules.all().stream()
        .flatMap(
            stored ->
                stored.at(at).stream()
                    .sorted(Comparator.comparing(Shift::person))
                    .map(shift -> held(stored, shift, at)))
        .toList();
  }

  private Held held(StoredSchedule stored, Shift shift, Instant at) {
    return new Held(
        stored.slug(),
        catalog.team(stored.team()).map(Team::slug).orElse(""),
        shift,
        StoredSchedule.isEndless(shift, at),
        stored.trace(shift));
  }
}
