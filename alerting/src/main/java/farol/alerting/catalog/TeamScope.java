package farol.alerting.catalog;

import farol.alerting.door.Refusal;

/** Who may change what belongs to a team: its manager or deputy, those above it, administrators. */
public final class TeamScope {
  private static final int GENERATIONS_MAX = 20;

  private TeamScope() {}

  /** Refuses with 403 unless the acting person answers for the team. */
  public static void mustManage(Actor actor, Team team, Catalog catalog) {
    actor.mustBe(Role.MANAGER);
    if (!actor.may(Role.ADMIN) && !manages(actor.person().id(), team, catalog)) {
      throw Refusal.forbidden(
          "%s does not manage the team %s".formatted(actor.person().handle(), team.slug()));
    }
  }

  private static boolean manages(PersonId person, Team team, Catalog catalog) {
    var one = team;
    for (var generation = 0; generation < GENERATIONS_MAX; generation++) {
      if (person.equals(one.managerId()) || person.equals(one.deputyId())) {
        return true;
      }
      var parent = one.parent().flatMap(catalog::team);
      if (parent.isEmpty()) {
        return false;
      }
      one = parent.get();
    }
    return false;
  }
}
