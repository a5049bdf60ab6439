package farol.console.incidents;

import com.vaadin.flow.component.combobox.ComboBox;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import java.util.Comparator;
import java.util.function.Predicate;

/** Choosing a person by name. */
final class People {
  private People() {}

  /** Those who may respond and whom {@code fits} lets through, by name. */
  static ComboBox<Person> select(String label, Catalog catalog, Predicate<Person> fits) {
    var select = new ComboBox<Person>(label);
    select.setItemLabelGenerator(Person::name);
    select.setItems(
        catalog.people().stream()
            .filter(person -> person.may(Role.RESPONDER))
            .filter(fits)
            .sorted(Comparator.comparing(Person::name))
            .toList());
    select.setWidthFull();
    return select;
  }
}
