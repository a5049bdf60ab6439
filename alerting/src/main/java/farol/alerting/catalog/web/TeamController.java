package farol.alerting.catalog.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.CatalogDesk;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamDraft;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/teams")
class TeamController {
  /** A team by handles and slugs. */
  record TeamJson(
      @Nullable String slug,
      @Nullable String name,
      @Nullable String manager,
      @Nullable String deputy,
      @Nullable String parent,
      @Nullable List<String> members) {
    TeamDraft draft() {
      return new TeamDraft(
          slug, name, manager, deputy, parent, members == null ? List.of() : members);
    }
  }

  private final Catalog catalog;
  private final CatalogDesk desk;

  TeamController(Catalog catalog, CatalogDesk desk) {
    this.catalog = catalog;
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<TeamJson> create(Actor actor, @RequestBody TeamJson asked) {
    var team = desk.createTeam(actor, asked.draft());
    return ResponseEntity.created(URI.create("/api/v1/teams/" + team.slug())).body(told(team));
  }

  @GetMapping
  Items<TeamJson> all(Actor actor) {
    return Items.all(catalog.teams().stream().map(this::told).toList());
  }

  @GetMapping("/{slug}")
  TeamJson one(Actor actor, @PathVariable String slug) {
    return told(
        catalog.team(slug).orElseThrow(() -> Refusal.notFound("The team %s".formatted(slug))));
  }

  private TeamJson told(Team team) {
    return new TeamJson(
        team.slug(),
        team.name(),
        handle(team.manager()),
        handle(team.deputy()),
        team.parent().flatMap(catalog::team).map(Team::slug).orElse(null),
        team.members().stream()
            .flatMap(member -> catalog.person(member).stream())
            .map(Person::handle)
            .toList());
  }

  private @Nullable String handle(Optional<PersonId> person) {
    return person.flatMap(catalog::person).map(Person::handle).orElse(null);
  }
}
