package farol.incidents.command.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import farol.alerting.catalog.IncidentId;
import farol.alerting.door.PersonName;
import farol.incidents.command.Blocker;
import farol.incidents.command.CommandRole;
import farol.incidents.command.IncidentKind;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An incident as its doors answer it. */
record IncidentAnswer(
    UUID id,
    long number,
    IncidentKind kind,
    IncidentState state,
    IncidentSeverity severity,
    String title,
    @Nullable String summary,
    @JsonProperty("private") boolean restricted,
    long version,
    int situationVersion,
    Map<String, @Nullable Instant> milestones,
    @Nullable CommanderAnswer commander,
    List<RoleAnswer> roles,
    List<String> services,
    List<UUID> alertIds,
    List<UUID> runIds,
    @Nullable String publicIncidentId,
    @Nullable UUID mergedInto,
    int openPrompts,
    List<Blocker> blockers) {
  /** Who commands; acting means not trained to. */
  record CommanderAnswer(String handle, String name, boolean acting) {}

  /** Who holds a role. */
  record RoleAnswer(CommandRole role, PersonName person, Instant from, @Nullable Instant until) {}

  static @Nullable UUID value(@Nullable IncidentId id) {
    return id == null ? null : id.value();
  }
}
