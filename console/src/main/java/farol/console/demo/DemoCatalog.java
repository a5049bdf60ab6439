package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.CatalogDesk;
import farol.alerting.catalog.PersonDraft;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.ServiceDraft;
import farol.alerting.catalog.TeamDraft;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of Caminho in three cities, their five teams, and what each team runs. */
@Component
class DemoCatalog implements DemoRoom {
  private static final String SAO_PAULO = "America/Sao_Paulo";
  private static final String SAN_FRANCISCO = "America/Los_Angeles";
  private static final String DUBLIN = "Europe/Dublin";
  private static final Set<String> COMMANDERS = Set.of("Dee", "Eva", "Ida", "Hal", "Joe");

  private record Someone(String name, String zone) {
    String handle() {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  private record Crew(
      String slug, String name, Someone manager, String deputy, List<Someone> members) {}

  private record Runs(
      String slug, String name, String team, int tier, String type, @Nullable String part) {}

  private static final List<Crew> CREWS =
      List.of(
          new Crew(
              "routing",
              "Routing",
              new Someone("Lia", SAO_PAULO),
              "joe",
              List.of(
                  new Someone("Ana", SAO_PAULO),
                  new Someone("Fay", SAO_PAULO),
                  new Someone("Joe", SAN_FRANCISCO))),
          new Crew(
              "runtime",
              "Runtime",
              new Someone("Max", SAN_FRANCISCO),
              "gus",
              List.of(
                  new Someone("Bo", SAN_FRANCISCO),
                  new Someone("Gus", SAN_FRANCISCO),
                  new Someone("Kim", DUBLIN))),
          new Crew(
              "data",
              "Data",
              new Someone("Nia", DUBLIN),
              "hal",
              List.of(
                  new Someone("Cy", DUBLIN),
                  new Someone("Hal", DUBLIN),
                  new Someone("Rui", SAO_PAULO))),
          new Crew(
              "tools",
              "Tools",
              new Someone("Oto", SAO_PAULO),
              "ida",
              List.of(
                  new Someone("Dee", SAN_FRANCISCO),
                  new Someone("Ida", SAO_PAULO),
                  new Someone("Sam", SAN_FRANCISCO))),
          new Crew(
              "sre",
              "SRE",
              new Someone("Pia", DUBLIN),
              "ned",
              List.of(
                  new Someone("Eva", DUBLIN),
                  new Someone("Ned", DUBLIN),
                  new Someone("Uma", SAN_FRANCISCO))));

  private static final List<Runs> SERVICES =
      List.of(
          new Runs("router", "HTTP router", "routing", 1, "service", "router"),
          new Runs("runtime", "Dyno runtime", "runtime", 1, "service", "runtime"),
          new Runs("build", "Builds", "tools", 2, "service", "build"),
          new Runs("postgres", "Postgres", "data", 1, "service", "data"),
          new Runs("keyvalue", "Key-value store", "data", 2, "service", "data"),
          new Runs("api", "Platform API", "tools", 2, "service", "router"),
          new Runs("dashboard", "Dashboard", "tools", 2, "website", null),
          new Runs("logs", "Logs", "sre", 3, "service", null),
          new Runs("checkout", "Checkout", "runtime", 2, "service", null),
          new Runs("farol", "Farol", "sre", 1, "service", null));

  private final CatalogDesk desk;

  DemoCatalog(CatalogDesk desk) {
    this.desk = desk;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    for (var crew : CREWS) {
      person(administrator, crew.manager(), Role.MANAGER);
      for (var member : crew.members()) {
        var trained = COMMANDERS.contains(member.name());
        person(administrator, member, trained ? Role.COMMANDER : Role.RESPONDER);
      }
      team(administrator, crew);
    }
    for (var service : SERVICES) {
      service(administrator, service);
    }
  }

  private void person(Actor administrator, Someone someone, Role role) {
    var email = someone.handle() + "@caminho.example";
    desk.createPerson(
        administrator,
        new PersonDraft(someone.handle(), someone.name(), email, someone.zone(), "en", role));
  }

  private void team(Actor administrator, Crew crew) {
    var members = crew.members().stream().map(Someone::handle).toList();
    desk.createTeam(
        administrator,
        new TeamDraft(
            crew.slug(), crew.name(), crew.manager().handle(), crew.deputy(), null, members));
  }

  private void service(Actor administrator, Runs runs) {
    desk.createService(
        administrator,
        new ServiceDraft(
            runs.slug(),
            runs.name(),
            runs.team(),
            runs.type(),
            runs.team() + "-ladder",
            runs.tier(),
            runs.part(),
            null));
  }
}
