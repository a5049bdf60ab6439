package farol.alerting.escalation;

import java.util.Optional;

/** Whom a level means; who that is is asked at the instant the level fires. */
sealed interface Target {
  /** The word by which doors and the ledger call this kind of target. */
  String type();

  /** Who is on call in the schedule now. */
  record OnCall(String schedule) implements Target {
    @Override
    public String type() {
      return "ON_CALL";
    }
  }

  /** Everyone in any slot of the schedule's layers. */
  record RotationTeam(String schedule) implements Target {
    @Override
    public String type() {
      return "ROTATION_TEAM";
    }
  }

  /** The members. */
  record TeamMembers(String team) implements Target {
    @Override
    public String type() {
      return "TEAM";
    }
  }

  /** The manager, else the deputy, else those of the nearest team above; of the service's team. */
  record TeamManager(Optional<String> team) implements Target {
    @Override
    public String type() {
      return "TEAM_MANAGER";
    }
  }

  /** Who commands the group's incident, else who is on call for commanding. */
  record IncidentCommander() implements Target {
    @Override
    public String type() {
      return "INCIDENT_COMMANDER";
    }
  }

  /** That person. */
  record OnePerson(String handle) implements Target {
    @Override
    public String type() {
      return "PERSON";
    }
  }
}
