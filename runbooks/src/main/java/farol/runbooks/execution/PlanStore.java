package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans and approvals in the database. */
@Component
class PlanStore {
  private static final String COLUMNS =
      """
      select id, hash, status, title, requester, reason, incident, alert, undo_of, resolved,
             created_at, expires_at
      from runbooks.plan
      """;

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Plan plan) {
    jdbc.sql(
            """
            insert into runbooks.plan (id, hash, status, runbook, title, commit, blob, requester,
              reason, incident, alert, undo_of, resolved, created_at, expires_at)
            values (:id, :hash, :status, :runbook, :title, :commit, :blob, :requester,
              :reason, :incident, :alert, :undoOf, :resolved, :createdAt, :expiresAt)
            """)
        .param("id", plan.id())
        .param("hash", plan.hash())
        .param("status", plan.storedStatus())
        .param("runbook", plan.runbook())
        .param("title", plan.title())
        .param("commit", plan.resolved().commit())
        .param("blob", plan.resolved().blob())
        .param("requester", plan.requester().value())
        .param("reason", plan.reason())
        .param(
            "incident",
            plan.incident() == null ? null : plan.incident().value(),
            java.sql.Types.OTHER)
        .param("alert", plan.alert(), java.sql.Types.VARCHAR)
        .param("undoOf", plan.undoOf(), java.sql.Types.OTHER)
        .param("resolved", Documents.of(plan.resolved()))
        .param("createdAt", Timestamps.of(plan.createdAt()))
        .param("expiresAt", Timestamps.of(plan.expiresAt()))
        .update();
  }

  Optional<Plan> find(UUID id) {
    return jdbc.sql(COLUMNS + " where id = :id")
        .param("id", id)
        .query((row, _) -> plan(row))
        .optional()
        .map(this::withApprovals);
  }

  /** The plan with its row locked until the transaction ends. */
  Optional<Plan> lock(UUID id) {
    return jdbc.sql(COLUMNS + " where id = :id for update")
        .param("id", id)
        .query((row, _) -> plan(row))
        .optional()
        .map(this::withApprovals);
  }

  /** Newest first. */
  List<Plan> newest(int limit) {
    return jdbc
        .sql(COLUMNS + " order by created_at desc limit :limit")
        .param("limit", limit)
        .query((row, _) -> plan(row))
        .list()
        .stream()
        .map(this::withApprovals)
        .toList();
  }

  void status(UUID id, String status) {
    jdbc.sql("update runbooks.plan set status = :status where id = :id")
        .param("status", status)
        .param("id", id)
        .update();
  }

  /** False when the person already has a standing word on this plan. */
  boolean approve(UUID plan, Approval approval) {
    return jdbc.sql(
                """
                insert into runbooks.approval (id, plan, person, decision, comment, at)
                values (:id, :plan, :person, :decision, :comment, :at)
                on conflict do nothing
                """)
            .param("id", approval.id())
            .param("plan", plan)
            .param("person", approval.person().value())
            .param("decision", approval.decision())
            .param("comment", approval.comment())
            .param("at", Timestamps.of(approval.at()))
            .update()
        == 1;
  }

  boolean recall(UUID plan, PersonId person, Instant now) {
    return jdbc.sql(
                """
                update runbooks.approval set recalled_at = :now
                where plan = :plan and person = :person and recalled_at is null
                """)
            .param("now", Timestamps.of(now))
            .param("plan", plan)
            .param("person", person.value())
            .update()
        == 1;
  }

  private Plan withApprovals(Plan plan) {
    var approvals =
        jdbc.sql(
                """
                select id, person, decision, comment, at, recalled_at
                from runbooks.approval where plan = :plan order by at, id
                """)
            .param("plan", plan.id())
            .query(
                (row, _) ->
                    new Approval(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("decision"),
                        row.getString("comment"),
                        Timestamps.read(row, "at"),
                        Timestamps.readNullable(row, "recalled_at")))
            .list();
    return new Plan(
        plan.id(),
        plan.hash(),
        plan.storedStatus(),
        plan.title(),
        plan.requester(),
        plan.reason(),
        plan.incident(),
        plan.alert(),
        plan.undoOf(),
        plan.resolved(),
        plan.createdAt(),
        plan.expiresAt(),
        approvals);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    var incident = row.getObject("incident", UUID.class);
    return new Plan(
        row.getObject("id", UUID.class),
        row.getString("hash"),
        row.getString("status"),
        row.getString("title"),
        new PersonId(row.getObject("requester", UUID.class)),
        row.getString("reason"),
        incident == null ? null : new IncidentId(incident),
        row.getString("alert"),
        row.getObject("undo_of", UUID.class),
        Documents.read(row.getString("resolved"), Resolved.class),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "expires_at"),
        List.of());
  }
}
