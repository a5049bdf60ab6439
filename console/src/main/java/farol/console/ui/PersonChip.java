package farol.console.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import java.util.Locale;

/** A person by initial and first name; "you" for the viewer; "nobody yet" where one is missing. */
public class PersonChip extends Span {
  private static final int HUES = 5;

  private PersonChip() {
    addClassName("f-who");
  }

  public static PersonChip of(Person person) {
    var chip = new PersonChip();
    chip.add(avatar(person), new Text(person.firstName()));
    return chip;
  }

  /** Writes "Ana, you" when the person is the viewer. */
  public static PersonChip of(Person person, PersonId viewer) {
    var chip = new PersonChip();
    chip.add(avatar(person), new Text(nameFor(person, viewer)));
    return chip;
  }

  public static PersonChip nobody() {
    var chip = new PersonChip();
    chip.getElement().setAttribute("data-empty", "yes");
    chip.add("nobody yet");
    return chip;
  }

  /** "Ana", or "Ana, you" when she reads it herself. */
  public static String nameFor(Person person, PersonId viewer) {
    return person.id().equals(viewer) ? person.firstName() + ", you" : person.firstName();
  }

  /**
   * The initial on the person's hue; says nothing to a screen reader, so the name stands beside.
   */
  public static Span avatar(Person person) {
    var avatar = new Span(person.name().substring(0, 1).toUpperCase(Locale.ROOT));
    avatar.addClassName("f-avatar");
    avatar
        .getElement()
        .setAttribute("data-person", Integer.toString(hue(person.id())))
        .setAttribute("aria-hidden", "true");
    return avatar;
  }

  /** The person's hue, 1 to 5; it helps the eye and carries no meaning. */
  public static int hue(PersonId person) {
    return Math.floorMod(person.value().hashCode(), HUES) + 1;
  }
}
