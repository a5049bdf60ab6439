package farol.alerting.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Looks up people, teams and services. Every method may be called inside or outside a transaction.
 */
public interface Catalog {
  Optional<Person> person(PersonId id);

  Optional<Person> person(String handle);

  List<Person> people();

  Optional<Team> team(TeamId id);

  Optional<Team> team(String slug);

  List<Team> teams();

  Optional<Service> service(ServiceId id);

  Optional<Service> service(String slug);

  List<Service> services();

  /** Whether the person is absent (on leave) at the instant. */
  boolean absentAt(PersonId person, java.time.Instant at);
}
