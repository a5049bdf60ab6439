package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who held which role, with its history. */
@Repository
class JdbcRoles {
  private final JdbcClient jdbc;

  JdbcRoles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The roles held now, in the order of {@link CommandRole}; those given up are left out. */
  List<RoleHeld> held(IncidentId incident) {
    return jdbc
        .sql(
            """
            select * from incidents.role where incident_id = :incident and held_until is null
            """)
        .param("incident", incident.value())
        .query(
            (row, _) ->
                new RoleHeld(
                    CommandRole.valueOf(row.getString("role")),
                    new PersonId(row.getObject("person", UUID.class)),
                    Timestamps.read(row, "held_from"),
                    Timestamps.readNullable(row, "held_until")))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(RoleHeld::role))
        .toList();
  }

  void end(IncidentId incident, CommandRole role, Instant at) {
    jdbc.sql(
            """
            update incidents.role set held_until = greatest(:at, held_from)
            where incident_id = :incident and role = :role and held_until is null
            """)
        .param("incident", incident.value())
        .param("role", role.name())
        .param("at", Timestamps.of(at))
        .update();
  }

  void begin(IncidentId incident, CommandRole role, PersonId person, Instant at) {
    jdbc.sql(
            """
            insert into incidents.role (id, incident_id, role, person, held_from)
            values (:id, :incident, :role, :person, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("incident", incident.value())
        .param("role", role.name())
        .param("person", person.value())
        .param("at", Timestamps.of(at))
        .update();
  }
}
