package farol.alerting.escalation;

import farol.alerting.door.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A policy as the API and the database spell it. */
public record PolicyDraft(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String team,
    @Nullable Integer passes,
    @Nullable Integer acknowledgementTimeoutSeconds,
    @Nullable List<LevelDraft> levels) {
  private static final String ALL = "ALL";

  /** One rung; {@code quorum} is 1 and {@code assignment} ALL unless given. */
  public record LevelDraft(
      @Nullable List<TargetDraft> targets,
      @Nullable Integer escalateAfterSeconds,
      @Nullable Integer quorum,
      @Nullable String assignment) {}

  /** Whom a rung means, by type, with the schedule, team or person that the type needs. */
  public record TargetDraft(
      @Nullable String type,
      @Nullable String schedule,
      @Nullable String team,
      @Nullable String person) {}

  /** Reads the draft as a version of the policy. */
  EscalationPolicy read(String policy, int version) {
    var drafts = required("levels", levels);
    if (drafts.isEmpty()) {
      throw Refusal.invalid("levels", "are 1 to %d".formatted(EscalationPolicy.LEVELS_MAX));
    }
    var read =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> level("levels[%d]".formatted(i), drafts.get(i)))
            .toList();
    var times = passes == null ? 1 : passes;
    if (times < 1 || times > EscalationPolicy.PASSES_MAX) {
      throw Refusal.invalid("passes", "are 1 to %d".formatted(EscalationPolicy.PASSES_MAX));
    }
    return checked("levels", () -> new EscalationPolicy(policy, version, times, read));
  }

  private static EscalationPolicy.Level level(String at, @Nullable LevelDraft given) {
    var draft = required(at, given);
    if (draft.quorum != null && draft.quorum != 1) {
      throw Refusal.notBuilt("A quorum of more than one person (%s.quorum)".formatted(at));
    }
    if (draft.assignment != null && !draft.assignment.equals(ALL)) {
      throw Refusal.notBuilt("Any assignment but ALL (%s.assignment)".formatted(at));
    }
    var targets = required(at + ".targets", draft.targets);
    var read =
        IntStream.range(0, targets.size())
            .mapToObj(i -> target("%s.targets[%d]".formatted(at, i), targets.get(i)))
            .toList();
    var after = required(at + ".escalateAfterSeconds", draft.escalateAfterSeconds);
    if (after < 1 || after > EscalationPolicy.ESCALATE_AFTER_MAX.toSeconds()) {
      throw Refusal.invalid(at + ".escalateAfterSeconds", "is 1 to 86400");
    }
    return checked(
        at + ".targets", () -> new EscalationPolicy.Level(read, Duration.ofSeconds(after)));
  }

  private static Target target(String at, @Nullable TargetDraft given) {
    var draft = required(at, given);
    return switch (required(at + ".type", draft.type)) {
      case "ON_CALL" -> new Target.OnCall(required(at + ".schedule", draft.schedule));
      case "ROTATION_TEAM" -> new Target.RotationTeam(required(at + ".schedule", draft.schedule));
      case "TEAM" -> new Target.TeamMembers(required(at + ".team", draft.team));
      case "TEAM_MANAGER" -> new Target.TeamManager(Optional.ofNullable(draft.team));
      case "INCIDENT_COMMANDER" -> new Target.IncidentCommander();
      case "PERSON" -> new Target.OnePerson(required(at + ".person", draft.person));
      case String other ->
          throw Refusal.invalid(
              at + ".type",
              "is ON_CALL, ROTATION_TEAM, TEAM, TEAM_MANAGER, INCIDENT_COMMANDER or PERSON, not '%s'"
                  .formatted(other));
    };
  }

  private static <T> T checked(String field, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(field, String.valueOf(wrong.getMessage()));
    }
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid(field, "is missing");
    }
    return value;
  }
}
