package farol.incidents.room;

import farol.alerting.alert.AlertSummary;
import farol.alerting.catalog.Person;
import farol.incidents.command.Blocker;
import farol.incidents.command.CommandRole;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentState;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.timeline.Row;
import farol.runbooks.execution.IncidentRuns;
import farol.statuspage.incident.PublicPosts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the room of an incident shows, at one instant.
 *
 * @param askingForCommander whether the commanders' ladder is climbing
 * @param rows all rows in order, newest last
 * @param allowed the states a person may ask for now
 * @param publicState null while nothing public exists
 */
public record RoomView(
    Incident incident,
    @Nullable InCommand commander,
    @Nullable Pending offer,
    boolean askingForCommander,
    List<RoleLine> roles,
    List<AlertSummary> alerts,
    List<IncidentRuns.RunLine> runs,
    List<Row> rows,
    PublicPosts.@Nullable PublicState publicState,
    Silence silence,
    List<Blocker> blockers,
    List<IncidentState> allowed,
    @Nullable RetrospectiveState retrospective) {
  /** Who commands, since when; acting means not trained to. */
  public record InCommand(Person person, Instant since, boolean acting) {}

  /** An offer of command that waits for its answer. */
  public record Pending(
      UUID id, Person from, Person to, @Nullable String note, Instant expiresAt, String brief) {}

  /** A role somebody holds. */
  public record RoleLine(CommandRole role, Person person, Instant since) {}

  public RoomView {
    roles = List.copyOf(roles);
    alerts = List.copyOf(alerts);
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
    blockers = List.copyOf(blockers);
    allowed = List.copyOf(allowed);
  }

  public Optional<RoleLine> holder(CommandRole role) {
    return roles.stream().filter(line -> line.role() == role).findFirst();
  }

  /** Whether this person decides here: the commander or the deputy. */
  public boolean leads(Person person) {
    var commands = commander != null && commander.person().id().equals(person.id());
    return commands
        || holder(CommandRole.DEPUTY)
            .filter(line -> line.person().id().equals(person.id()))
            .isPresent();
  }
}
