package farol.alerting.escalation;

import farol.alerting.alert.AlertGroup;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamId;
import farol.alerting.notify.Pager;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.RotationTeams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory as it is at one instant, for one group. */
final class LiveDirectory implements Directory {
  private static final int GENERATIONS_MAX = 20;

  private final Sources sources;
  private final AlertGroup group;
  private final Instant now;

  /** Where answers come from. */
  record Sources(
      Catalog catalog,
      OnCall onCall,
      RotationTeams rotations,
      Optional<Commanders> commanders,
      Pager pager) {}

  LiveDirectory(Sources sources, AlertGroup group, Instant now) {
    this.sources = sources;
    this.group = group;
    this.now = now;
  }

  @Override
  public Answer who(Target target) {
    return switch (target) {
      case Target.OnCall(var schedule) ->
          answer(onCall(schedule), "nobody is on call in " + schedule);
      case Target.RotationTeam(var schedule) ->
          answer(
              sources.rotations.rotationTeam(schedule, now), "nobody takes turns in " + schedule);
      case Target.TeamMembers(var team) ->
          answer(
              sources.catalog.team(team).map(Team::members).orElse(List.of()),
              "team %s has no members".formatted(team));
      case Target.TeamManager(var team) -> manager(team);
      case Target.IncidentCommander() -> commander();
      case Target.OnePerson(var handle) ->
          answer(
              sources.catalog.person(handle).map(Person::id).stream().toList(),
              "there is nobody called " + handle);
    };
  }

  private List<PersonId> onCall(String schedule) {
    return sources.onCall.at(schedule, now).stream().map(OnCall.Entry::person).toList();
  }

  /** Splits those meant into who can be paged and who drops out, with reasons. */
  private Answer answer(List<PersonId> meant, String whyNobody) {
    var people = new ArrayList<PersonId>();
    var dropped = new ArrayList<Dropped>();
    for (var person : meant) {
      var reason = whyNot(person);
      if (reason.isEmpty()) {
        people.add(person);
      } else {
        dropped.add(new Dropped(person, reason.get()));
      }
    }
    var why = meant.isEmpty() ? whyNobody : "everybody meant is absent or out of reach";
    return new Answer(people, dropped, people.isEmpty() ? why : null);
  }

  Optional<String> whyNot(PersonId id) {
    var person = sources.catalog.person(id);
    if (person.isEmpty() || !person.get().active()) {
      return Optional.of("retired");
    }
    if (sources.catalog.absentAt(id, now)) {
      return Optional.of("absent");
    }
    return sources.pager.canReach(person.get(), group)
        ? Optional.empty()
        : Optional.of("no usable address");
  }

  private Answer manager(Optional<String> named) {
    var own = sources.catalog.service(group.service()).map(Service::team);
    var team = named.isPresent() ? named.flatMap(sources.catalog::team) : own.flatMap(this::team);
    var dropped = new ArrayList<Dropped>();
    var first = team.map(Team::slug).or(() -> named).orElse("of the service");
    for (var generation = 0; team.isPresent() && generation < GENERATIONS_MAX; generation++) {
      for (var candidate : candidates(team.get())) {
        var reason = whyNot(candidate);
        if (reason.isEmpty()) {
          return new Answer(List.of(candidate), dropped, null);
        }
        dropped.add(new Dropped(candidate, reason.get()));
      }
      team = team.get().parent().flatMap(this::team);
    }
    var why =
        dropped.isEmpty() ? "has no manager and no deputy" : "has no manager or deputy present";
    return new Answer(List.of(), dropped, "team %s %s".formatted(first, why));
  }

  private static List<PersonId> candidates(Team team) {
    return Stream.concat(team.manager().stream(), team.deputy().stream()).distinct().toList();
  }

  private Optional<Team> team(TeamId id) {
    return sources.catalog.team(id);
  }

  private Answer commander() {
    var incident = Optional.ofNullable(group.incidentId());
    var commander =
        sources.commanders.flatMap(commanders -> incident.flatMap(commanders::commanderOf));
    if (commander.isPresent()) {
      return answer(List.of(commander.get()), "the incident has no commander");
    }
    var schedule = sources.onCall.scheduleWithPurpose(OnCall.INCIDENT_COMMANDER);
    return schedule.isEmpty()
        ? Answer.nobody("no schedule has the purpose INCIDENT_COMMANDER")
        : answer(onCall(schedule.get()), "nobody is on call in " + schedule.get());
  }
}
