package farol.console.ui;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Person;

/** Who looks at the console in this session, and how they read times. */
public interface Viewer {
  /** Handed to every command. */
  Actor actor();

  /** Times in the viewer's zone. */
  Times times();

  default Person person() {
    return actor().person();
  }

  default boolean is(Person other) {
    return other.id().equals(person().id());
  }
}
