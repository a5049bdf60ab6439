package farol.alerting.door;

import farol.alerting.catalog.Person;

/** A person as answers name them. */
public record PersonName(String handle, String name) {
  public static PersonName of(Person person) {
    return new PersonName(person.handle(), person.name());
  }
}
