package farol.incidents.timeline;

import farol.alerting.catalog.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who did what a row tells.
 *
 * @param handle null unless it is a person of the catalog
 */
public record RowActor(Type type, @Nullable String handle, String name) {
  public static final RowActor FAROL = new RowActor(Type.SYSTEM, null, "Farol");
  public static final int NAME_MAX = 200;

  /** Whether it was somebody we know, the house itself, or somebody outside. */
  public enum Type {
    PERSON,
    SYSTEM,
    EXTERNAL
  }

  public static RowActor person(Person person) {
    return new RowActor(Type.PERSON, person.handle(), person.name());
  }

  public static RowActor external(String name) {
    return new RowActor(Type.EXTERNAL, null, name);
  }
}
