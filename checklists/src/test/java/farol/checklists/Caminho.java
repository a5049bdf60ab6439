package farol.checklists;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.ServiceId;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A catalog of one team with one service, and the people around it. */
public final class Caminho implements Catalog {
  public final Person admin = person("admin", Role.ADMIN);
  public final Person max = person("max", Role.MANAGER);
  public final Person bo = person("bo", Role.RESPONDER);
  public final Person ana = person("ana", Role.RESPONDER);
  public final Team runtime =
      new Team(
          new TeamId(new java.util.UUID(0, 1)),
          "runtime",
          "Runtime",
          max.id(),
          null,
          null,
          List.of(bo.id()));
  public final Service checkout =
      new Service(
          ServiceId.random(), "checkout", "Checkout", runtime.id(), "service", 2, null, null);

  public Actor as(Person person) {
    return Actor.session(person, "test");
  }

  private static Person person(String handle, Role role) {
    return new Person(
        PersonId.random(),
        handle,
        handle,
        handle + "@caminho.example",
        ZoneOffset.UTC,
        Locale.ENGLISH,
        role,
        true);
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return people().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Person> person(String handle) {
    return people().stream().filter(person -> person.handle().equals(handle)).findFirst();
  }

  @Override
  public List<Person> people() {
    return List.of(admin, max, bo, ana);
  }

  @Override
  public Optional<Team> team(TeamId id) {
    return teams().stream().filter(team -> team.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Team> team(String slug) {
    return teams().stream().filter(team -> team.slug().equals(slug)).findFirst();
  }

  @Override
  public List<Team> teams() {
    return List.of(runtime);
  }

  @Override
  public Optional<Service> service(ServiceId id) {
    return services().stream().filter(service -> service.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Service> service(String slug) {
    return services().stream().filter(service -> service.slug().equals(slug)).findFirst();
  }

  @Override
  public List<Service> services() {
    return List.of(checkout);
  }

  @Override
  public boolean absentAt(PersonId person, Instant at) {
    return false;
  }
}
