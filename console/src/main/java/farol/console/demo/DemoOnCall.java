package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Team;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.escalation.PolicyDraft;
import farol.alerting.escalation.PolicyDraft.LevelDraft;
import farol.alerting.escalation.PolicyDraft.TargetDraft;
import farol.alerting.notify.ContactMethodDesk;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.ScheduleDesk;
import farol.alerting.oncall.ScheduleDraft;
import farol.alerting.oncall.ScheduleDraft.LayerDraft;
import farol.alerting.oncall.ScheduleDraft.RotationDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is on call at Caminho, up which ladders pages climb, and how everybody is reached. */
@Component
class DemoOnCall implements DemoRoom {
  private static final String ANCHOR = "2026-01-05T09:00";
  private static final String COMMAND = "incident-command";
  private static final int LEVEL_SECONDS = 300;
  private static final int COMMANDER_SECONDS = 120;

  /** A team, the zone in which it hands over, and the order of its turns. */
  private record Turns(String team, String zone, List<String> people) {}

  private static final List<Turns> TEAMS =
      List.of(
          new Turns("routing", "America/Sao_Paulo", List.of("ana", "fay", "joe")),
          new Turns("runtime", "America/Los_Angeles", List.of("bo", "gus", "kim")),
          new Turns("data", "Europe/Dublin", List.of("cy", "hal", "rui")),
          new Turns("tools", "America/Los_Angeles", List.of("dee", "ida", "sam")),
          new Turns("sre", "Europe/Dublin", List.of("eva", "ned", "uma")));

  private final Catalog catalog;
  private final ScheduleDesk schedules;
  private final PolicyDesk policies;
  private final ContactMethodDesk methods;

  DemoOnCall(
      Catalog catalog, ScheduleDesk schedules, PolicyDesk policies, ContactMethodDesk methods) {
    this.catalog = catalog;
    this.schedules = schedules;
    this.policies = policies;
    this.methods = methods;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    for (var turns : TEAMS) {
      schedule(administrator, turns.team + "-primary", title(turns.team) + " primary", turns, null);
    }
    var commanders = new Turns("sre", "Etc/UTC", List.of("dee", "eva", "ida", "hal", "joe"));
    schedule(administrator, COMMAND, "Incident command", commanders, OnCall.INCIDENT_COMMANDER);
    TEAMS.forEach(turns -> policies.create(administrator, ladder(turns.team)));
    policies.create(administrator, commanderLadder());
    policies.setLastResort(administrator, List.of("pia"), List.of());
    reachEverybody(administrator);
  }

  private void schedule(
      Actor administrator, String slug, String name, Turns turns, @Nullable String purpose) {
    var slots = turns.people.stream().map(List::of).toList();
    var weekly = new RotationDraft("WEEK", 1, ANCHOR, slots, null);
    var layer = new LayerDraft("primary", 0, null, null, null, weekly, null);
    var draft = new ScheduleDraft(turns.zone, List.of(layer));
    schedules.create(administrator, slug, name, turns.team, purpose, draft);
  }

  private String title(String team) {
    return catalog.team(team).map(Team::name).orElse(team);
  }

  private PolicyDraft ladder(String team) {
    var schedule = team + "-primary";
    return new PolicyDraft(
        team + "-ladder",
        title(team),
        team,
        2,
        null,
        List.of(
            level(new TargetDraft("ON_CALL", schedule, null, null), LEVEL_SECONDS),
            level(new TargetDraft("ROTATION_TEAM", schedule, null, null), LEVEL_SECONDS),
            level(new TargetDraft("TEAM_MANAGER", null, null, null), LEVEL_SECONDS),
            level(new TargetDraft("INCIDENT_COMMANDER", null, null, null), LEVEL_SECONDS)));
  }

  private static PolicyDraft commanderLadder() {
    return new PolicyDraft(
        "commander-ladder",
        "Commanders",
        "sre",
        1,
        null,
        List.of(
            level(new TargetDraft("INCIDENT_COMMANDER", null, null, null), COMMANDER_SECONDS),
            level(new TargetDraft("ROTATION_TEAM", COMMAND, null, null), COMMANDER_SECONDS),
            level(new TargetDraft("TEAM_MANAGER", null, "sre", null), COMMANDER_SECONDS)));
  }

  private static LevelDraft level(TargetDraft target, int seconds) {
    return new LevelDraft(List.of(target), seconds, null, null);
  }

  private void reachEverybody(Actor administrator) {
    for (var person : catalog.people()) {
      if (!person.id().equals(administratorId(administrator))) {
        methods.add(
            administrator,
            person.handle(),
            new ContactMethodDesk.Draft(
                "EMAIL",
                person.email(),
                "Work mail",
                null,
                null,
                null,
                true,
                "The address the company gave"));
      }
    }
  }

  private static PersonId administratorId(Actor administrator) {
    return administrator.person().id();
  }
}
