package farol.incidents.actions;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Action items as PostgreSQL keeps them. */
@Repository
class JdbcActions {
  private static final int MANY = 2000;

  private final JdbcClient jdbc;

  JdbcActions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ActionItem action, PersonId createdBy) {
    bound(
            """
            insert into incidents.action (id, incident_id, title, type, priority, owner, due,
              first_due, verification, tracker, state, version, created_by, created_at,
              completed_at, proof, verified_by, verified_at, dropped_reason)
            values (:id, :incident, :title, :type, :priority, :owner, :due, :firstDue,
              :verification, :tracker, :state, 1, :createdBy, :createdAt, :completedAt, :proof,
              :verifiedBy, :verifiedAt, :droppedReason)
            """,
            action)
        .param("incident", action.incident().value())
        .param("firstDue", action.firstDue())
        .param("createdBy", createdBy.value())
        .param("createdAt", Timestamps.of(action.createdAt()))
        .update();
  }

  ActionItem save(ActionItem action) {
    bound(
            """
            update incidents.action set title = :title, type = :type, priority = :priority,
              owner = :owner, due = :due, verification = :verification, tracker = :tracker,
              state = :state, version = version + 1, completed_at = :completedAt, proof = :proof,
              verified_by = :verifiedBy, verified_at = :verifiedAt,
              dropped_reason = :droppedReason
            where id = :id
            """,
            action)
        .update();
    return find(action.id()).orElseThrow();
  }

  private JdbcClient.StatementSpec bound(String sql, ActionItem action) {
    return jdbc.sql(sql)
        .param("id", action.id())
        .param("title", action.title())
        .param("type", action.type().name())
        .param("priority", action.priority().name())
        .param("owner", action.owner().value())
        .param("due", action.due())
        .param("verification", action.verification())
        .param("tracker", action.tracker())
        .param("state", action.state().name())
        .param("completedAt", Timestamps.ofNullable(action.completedAt()))
        .param("proof", action.proof())
        .param("verifiedBy", action.verifiedBy() == null ? null : action.verifiedBy().value())
        .param("verifiedAt", Timestamps.ofNullable(action.verifiedAt()))
        .param("droppedReason", action.droppedReason());
  }

  Optional<ActionItem> find(UUID id) {
    return jdbc.sql("select * from incidents.action where id = :id")
        .param("id", id)
        .query(JdbcActions::action)
        .optional();
  }

  Optional<ActionItem> lock(UUID id) {
    return jdbc.sql("select * from incidents.action where id = :id for update")
        .param("id", id)
        .query(JdbcActions::action)
        .optional();
  }

  /** In the order they were made. */
  List<ActionItem> of(IncidentId incident) {
    return jdbc.sql(
            """
            select * from incidents.action where incident_id = :incident order by created_at, id
            """)
        .param("incident", incident.value())
        .query(JdbcActions::action)
        .list();
  }

  /** The soonest due first; those that are over come last. */
  List<ActionItem> all(@Nullable PersonId owner, boolean outstandingOnly) {
    return jdbc.sql(
            """
            select * from incidents.action
            where owner = coalesce(:owner::uuid, owner)
              and (not :outstandingOnly or state in ('OPEN', 'IN_PROGRESS'))
            order by state not in ('OPEN', 'IN_PROGRESS'), due, created_at, id
            limit :limit
            """)
        .param("owner", owner == null ? null : owner.value())
        .param("outstandingOnly", outstandingOnly)
        .param("limit", MANY)
        .query(JdbcActions::action)
        .list();
  }

  private static ActionItem action(ResultSet row, int ignored) throws SQLException {
    var verifiedBy = row.getObject("verified_by", UUID.class);
    return new ActionItem(
        row.getObject("id", UUID.class),
        new IncidentId(row.getObject("incident_id", UUID.class)),
        row.getString("title"),
        ActionType.valueOf(row.getString("type")),
        ActionPriority.valueOf(row.getString("priority")),
        new PersonId(row.getObject("owner", UUID.class)),
        row.getObject("due", LocalDate.class),
        row.getObject("first_due", LocalDate.class),
        row.getString("verification"),
        row.getString("tracker"),
        ActionState.valueOf(row.getString("state")),
        row.getLong("version"),
        Timestamps.read(row, "created_at"),
        Timestamps.readNullable(row, "completed_at"),
        row.getString("proof"),
        verifiedBy == null ? null : new PersonId(verifiedBy),
        Timestamps.readNullable(row, "verified_at"),
        row.getString("dropped_reason"));
  }
}
