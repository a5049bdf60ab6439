package farol.checklists.evidence;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.alerting.door.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may speak and decide for a service. */
@Component
public class Owners {
  private static final int PARENTS_MAX = 16;

  private final Catalog catalog;

  Owners(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A machine's word comes from outside the team: from an administrator or an evidence token. */
  void mustPush(Actor actor) {
    var byAdministrator = actor.onBehalfBy().filter(owner -> owner.may(Role.ADMIN)).isPresent();
    if (actor.via() != Actor.Via.EVIDENCE && !byAdministrator) {
      actor.mustBe(Role.ADMIN);
    }
  }

  /** A word is given by a person, never for one: a responder of the team, or anybody above. */
  void mustAttest(Actor actor, Service service, Role role) {
    if (actor.isProxy()) {
      throw Refusal.forbidden(
          "person-required", "A person gives their own word, by their own session or token");
    }
    refusal(actor, service, role)
        .ifPresent(
            reason -> {
              throw Refusal.forbidden("role", reason);
            });
  }

  /** Why the acting person may not attest for the service, empty when they may. */
  public Optional<String> refusal(Actor actor, Service service, Role role) {
    if (actor.may(Role.COMMANDER) && actor.may(role)) {
      return Optional.empty();
    }
    if (!actor.may(role)) {
      return Optional.of("This takes the role %s".formatted(word(role)));
    }
    var inTeam =
        catalog.team(service.team()).stream()
            .anyMatch(team -> team.members().contains(actor.person().id()) || leads(actor, team));
    return inTeam
        ? Optional.empty()
        : Optional.of("This takes a responder of the team that owns " + service.slug());
  }

  /**
   * A move is made by the manager or deputy of the owning team, of one above, or an administrator.
   */
  public void mustManage(Actor actor, Service service) {
    if (!mayManage(actor, service)) {
      throw Refusal.forbidden(
          "role", "This takes the manager of the team that owns " + service.slug());
    }
  }

  public boolean mayManage(Actor actor, Service service) {
    return actor.may(Role.ADMIN)
        || (actor.may(Role.RESPONDER)
            && upwards(service).stream().anyMatch(team -> leads(actor, team)));
  }

  private static boolean leads(Actor actor, Team team) {
    var person = Optional.of(actor.person().id());
    return person.equals(team.manager()) || person.equals(team.deputy());
  }

  private List<Team> upwards(Service service) {
    var teams = new ArrayList<Team>();
    var next = catalog.team(service.team());
    while (next.isPresent() && teams.size() < PARENTS_MAX) {
      teams.add(next.get());
      next = next.get().parent().flatMap(catalog::team);
    }
    return teams;
  }

  private static String word(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT);
  }
}
