package farol.console.catalog;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.console.ui.Table;
import farol.console.ui.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of the catalog. */
final class CatalogTables {
  private CatalogTables() {}

  static Table<Service> services(Catalog catalog) {
    var teams = catalog.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
    var table = new Table<Service>("Services");
    table
        .grows("Service", Service::name)
        .fixed("Team", "140px", service -> slug(teams.get(service.team())))
        .fixed("Tier", "72px", service -> Integer.toString(service.tier()))
        .fixed("Kind", "110px", Service::type)
        .fixed("Part of the platform", "160px", service -> orDash(service.platformPart()))
        .fixed("Ladder", "180px", service -> service.policy().orElse("the house's own"));
    table.setItems(
        catalog.services().stream()
            .sorted(Comparator.comparingInt(Service::tier).thenComparing(Service::slug))
            .toList());
    return table;
  }

  static Table<Team> teams(Catalog catalog) {
    var table = new Table<Team>("Teams");
    table
        .fixed("Team", "160px", Team::name)
        .fixed("Manager", "140px", team -> name(catalog, team.manager()))
        .fixed("Deputy", "140px", team -> name(catalog, team.deputy()))
        .grows(
            "Members",
            team ->
                team.members().stream()
                    .map(member -> name(catalog, Optional.of(member)))
                    .collect(Collectors.joining(", ")));
    table.setItems(catalog.teams());
    return table;
  }

  static Table<Person> people(Catalog catalog) {
    var table = new Table<Person>("People");
    table
        .grows("Person", Person::name)
        .fixed("Handle", "140px", Person::handle)
        .fixed("Role", "120px", person -> Words.lower(person.role()))
        .fixed("Teams", "160px", person -> teamsOf(catalog, person.id()))
        .fixed("Zone", "200px", person -> person.zone().getId().replace('_', ' '))
        .fixed("State", "100px", person -> person.active() ? "active" : "retired");
    table.setItems(catalog.people());
    return table;
  }

  private static String teamsOf(Catalog catalog, PersonId person) {
    return catalog.teams().stream()
        .filter(
            team ->
                team.members().contains(person)
                    || team.manager().filter(person::equals).isPresent())
        .map(Team::slug)
        .collect(Collectors.joining(", "));
  }

  private static String name(Catalog catalog, Optional<PersonId> person) {
    return person.flatMap(catalog::person).map(Person::name).orElse("nobody");
  }

  private static String slug(@org.jspecify.annotations.Nullable Team team) {
    return team == null ? "nobody" : team.slug();
  }

  private static String orDash(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "\u2013" : text;
  }
}
