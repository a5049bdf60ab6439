package farol.console.alerts;

import com.vaadin.flow.component.html.Span;
import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory.LadderLine;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Team;
import farol.alerting.door.Refusal;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.escalation.PolicyDraft.LevelDraft;
import farol.alerting.escalation.PolicyDraft.TargetDraft;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.RotationTeams;
import farol.console.ui.Ladder.Rung;
import farol.console.ui.Times;
import farol.console.ui.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rungs a ladder has not reached: whom each would mean now, and when. */
@Component
class RungsToCome {
  private static final int DEFAULT_SECONDS = 300;

  private final PolicyDesk policies;
  private final OnCall onCall;
  private final RotationTeams rotations;
  private final Catalog catalog;

  RungsToCome(PolicyDesk policies, OnCall onCall, RotationTeams rotations, Catalog catalog) {
    this.policies = policies;
    this.onCall = onCall;
    this.rotations = rotations;
    this.catalog = catalog;
  }

  /** Empty unless the ladder climbs by the version of the policy that stands. */
  List<Rung> of(AlertDetail alert, Times times) {
    var ladder = alert.ladder();
    if (ladder == null || alert.state() != AlertState.TRIGGERED) {
      return List.of();
    }
    var at = ladder.nextAt();
    if (at == null) {
      return List.of();
    }
    return levels(ladder).map(levels -> rungs(alert, ladder, levels, at, times)).orElse(List.of());
  }

  private Optional<List<LevelDraft>> levels(LadderLine ladder) {
    try {
      var policy = policies.get(ladder.policy());
      return policy.version() == ladder.version()
          ? Optional.ofNullable(policy.draft().levels())
          : Optional.empty();
    } catch (Refusal gone) {
      return Optional.empty();
    }
  }

  private List<Rung> rungs(
      AlertDetail alert, LadderLine ladder, List<LevelDraft> levels, Instant next, Times times) {
    var rungs = new ArrayList<Rung>();
    var at = next;
    for (var level = ladder.level() + 1; level <= levels.size(); level++) {
      var draft = levels.get(level - 1);
      var due = rungs.isEmpty() ? loud(times.countdown(at)) : quiet(times.countdown(at));
      rungs.add(new Rung(level, who(draft, alert, times), what(draft), false, List.of(), due));
      var seconds = draft.escalateAfterSeconds();
      at = at.plusSeconds(seconds == null ? DEFAULT_SECONDS : seconds);
    }
    return rungs;
  }

  private static Span loud(Span due) {
    Tone.RED.on(due);
    return due;
  }

  private static Span quiet(Span due) {
    due.addClassName("f-2");
    return due;
  }

  private static String what(LevelDraft level) {
    return targets(level)
        .map(TargetDraft::type)
        .map(type -> type == null ? "" : type.toLowerCase(Locale.ROOT).replace('_', ' '))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String who(LevelDraft level, AlertDetail alert, Times times) {
    var names =
        targets(level)
            .flatMap(target -> people(target, alert.team(), times.now()))
            .map(Person::firstName)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nobody" : names;
  }

  private Stream<Person> people(TargetDraft target, Team team, Instant now) {
    var ids =
        switch (String.valueOf(target.type())) {
          case "ON_CALL" -> onCallIn(target.schedule(), now);
          case "ROTATION_TEAM" -> rotation(target.schedule(), now);
          case "TEAM_MANAGER" -> team(target, team).manager().stream();
          case "TEAM" -> team(target, team).members().stream();
          case "INCIDENT_COMMANDER" ->
              onCall.scheduleWithPurpose(OnCall.INCIDENT_COMMANDER).stream()
                  .flatMap(schedule -> onCallIn(schedule, now));
          default -> Stream.<PersonId>empty();
        };
    var named =
        target.person() == null ? Stream.<Person>empty() : catalog.person(target.person()).stream();
    return Stream.concat(ids.flatMap(id -> catalog.person(id).stream()), named);
  }

  private Stream<PersonId> onCallIn(@Nullable String schedule, Instant now) {
    return schedule == null
        ? Stream.empty()
        : onCall.at(schedule, now).stream().map(OnCall.Entry::person);
  }

  private Stream<PersonId> rotation(@Nullable String schedule, Instant now) {
    return schedule == null ? Stream.empty() : rotations.rotationTeam(schedule, now).stream();
  }

  private Team team(TargetDraft target, Team owner) {
    return target.team() == null ? owner : catalog.team(target.team()).orElse(owner);
  }

  private static Stream<TargetDraft> targets(LevelDraft level) {
    return level.targets() == null ? Stream.empty() : level.targets().stream();
  }
}
