package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Runs, their steps, their journal and the locks they hold. */
@Component
class RunStore {
  private static final String COLUMNS =
      """
      select id, plan, status, title, app, starter, incident, started_at, ended_at, paused_at,
             detail, due_at, stop_requested, token
      from runbooks.run
      """;
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final PlanStore plans;

  RunStore(JdbcClient jdbc, PlanStore plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  void insert(Run run) {
    jdbc.sql(
            """
            insert into runbooks.run (id, plan, status, runbook, title, app, starter, incident,
              started_at, detail, due_at, stop_requested, token)
            values (:id, :plan, :status, :runbook, :title, :app, :starter, :incident,
              :startedAt, :detail, :dueAt, false, 0)
            """)
        .param("id", run.id())
        .param("plan", run.plan().id())
        .param("status", run.status().name())
        .param("runbook", run.runbook())
        .param("title", run.title())
        .param("app", run.app(), Types.VARCHAR)
        .param("starter", run.starter().value())
        .param("incident", run.incident() == null ? null : run.incident().value(), Types.OTHER)
        .param("startedAt", Timestamps.of(run.startedAt()))
        .param("detail", run.detail())
        .param("dueAt", Timestamps.ofNullable(run.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    run.steps().forEach(step -> insertStep(run.id(), step));
  }

  void insertStep(UUID run, RunStep step) {
    jdbc.sql(
            """
            insert into runbooks.run_step (run, step, position, status, attempts, detail, result,
              request_ids, resolved)
            values (:run, :step, :position, :status, 0, '', null, '[]', :resolved)
            on conflict (run, step) do update set status = excluded.status, detail = '',
              result = null, ended_at = null, resolved = excluded.resolved
            """)
        .param("run", run)
        .param("step", step.id())
        .param("position", step.position())
        .param("status", step.status().name())
        .param("resolved", Documents.of(step.resolved()))
        .update();
  }

  Optional<Run> find(UUID id) {
    return one("where id = :id", id);
  }

  /** The run with its row locked until the transaction ends. */
  Optional<Run> lock(UUID id) {
    return one("where id = :id for update", id);
  }

  Optional<Run> byPlan(UUID plan) {
    return one("where plan = :id", plan);
  }

  private Optional<Run> one(String where, UUID id) {
    return jdbc.sql(COLUMNS + where).param("id", id).query(this::run).optional();
  }

  /** Newest first. */
  List<Run> newest(int limit) {
    return jdbc.sql(COLUMNS + "order by started_at desc limit :limit")
        .param("limit", limit)
        .query(this::run)
        .list();
  }

  /** Oldest first. */
  List<Run> ofIncident(IncidentId incident) {
    return jdbc.sql(COLUMNS + "where incident = :incident order by started_at, id")
        .param("incident", incident.value())
        .query(this::run)
        .list();
  }

  int open() {
    return jdbc.sql(
            """
            select count(*) from runbooks.run
            where status in ('RUNNING', 'WAITING', 'PAUSED', 'NEEDS_DECISION', 'UNDOING')
            """)
        .query(Integer.class)
        .single();
  }

  int startedSince(String runbook, @Nullable String app, Instant since) {
    return jdbc.sql(
            """
            select count(*) from runbooks.run
            where runbook = :runbook and app is not distinct from :app and started_at > :since
            """)
        .param("runbook", runbook)
        .param("app", app, Types.VARCHAR)
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  // The lease: which node has a run in hand.

  /**
   * Takes up to {@code limit} due runs in hand for {@code node}; a change of hands raises the
   * fencing token, which shuts out whoever had it before.
   */
  List<UUID> claimDue(UUID node, Instant now, Duration lease, int limit) {
    return jdbc.sql(
            """
            update runbooks.run set
              token = token + case when node is distinct from :node then 1 else 0 end,
              node = :node,
              lease_until = :until
            where id in (
              select id from runbooks.run
              where due_at <= :now and (lease_until is null or lease_until <= :now)
              order by due_at
              limit :limit
              for update skip locked)
            returning id
            """)
        .param("node", node)
        .param("now", Timestamps.of(now))
        .param("until", Timestamps.of(now.plus(lease)))
        .param("limit", limit)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  void renew(UUID run, UUID node, long token, Instant until) {
    jdbc.sql(
            """
            update runbooks.run set lease_until = :until
            where id = :run and node = :node and token = :token and lease_until is not null
            """)
        .param("until", Timestamps.of(until))
        .param("run", run)
        .param("node", node)
        .param("token", token)
        .update();
  }

  void release(UUID run, UUID node) {
    jdbc.sql("update runbooks.run set lease_until = null where id = :run and node = :node")
        .param("run", run)
        .param("node", node)
        .update();
  }

  /** Locks the run's row and says whether {@code node} still has it in hand under {@code token}. */
  boolean holds(UUID run, UUID node, long token, Instant now) {
    return jdbc.sql(
            """
            select node = :node and token = :token and lease_until > :now
            from runbooks.run where id = :run for update
            """)
        .param("node", node)
        .param("token", token)
        .param("now", Timestamps.of(now))
        .param("run", run)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void update(Run run) {
    jdbc.sql(
            """
            update runbooks.run set status = :status, ended_at = :endedAt, paused_at = :pausedAt,
              detail = :detail, due_at = :dueAt, stop_requested = :stop
            where id = :id
            """)
        .param("status", run.status().name())
        .param("endedAt", Timestamps.ofNullable(run.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("pausedAt", Timestamps.ofNullable(run.pausedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("detail", run.detail())
        .param("dueAt", Timestamps.ofNullable(run.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("stop", run.stopRequested())
        .param("id", run.id())
        .update();
  }

  void update(UUID run, RunStep step) {
    jdbc.sql(
            """
            update runbooks.run_step set status = :status, attempts = :attempts,
              started_at = :startedAt, ended_at = :endedAt, intent_at = :intentAt,
              deadline_at = :deadlineAt, detail = :detail, result = :result,
              request_ids = :requestIds
            where run = :run and step = :step
            """)
        .param("status", step.status().name())
        .param("attempts", step.attempts())
        .param("startedAt", Timestamps.ofNullable(step.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("endedAt", Timestamps.ofNullable(step.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("intentAt", Timestamps.ofNullable(step.intentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "deadlineAt", Timestamps.ofNullable(step.deadlineAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("detail", step.detail())
        .param("result", Documents.of(step.result()))
        .param("requestIds", Documents.of(step.requestIds()))
        .param("run", run)
        .param("step", step.id())
        .update();
  }

  void journal(
      Run run,
      RunStep step,
      String state,
      Instant at,
      @Nullable UUID node,
      @Nullable String requestId,
      @Nullable String payloadHash,
      Map<String, Object> evidence) {
    jdbc.sql(
            """
            insert into runbooks.journal
              (run, step, attempt, state, at, node, token, request_id, payload_hash, evidence)
            values (:run, :step, :attempt, :state, :at, :node, :token, :requestId, :payloadHash,
              :evidence)
            """)
        .param("run", run.id())
        .param("step", step.id())
        .param("attempt", step.attempts())
        .param("state", state)
        .param("at", Timestamps.of(at))
        .param("node", node, Types.OTHER)
        .param("token", run.token())
        .param("requestId", requestId, Types.VARCHAR)
        .param("payloadHash", payloadHash, Types.VARCHAR)
        .param("evidence", Documents.of(evidence))
        .update();
  }

  List<JournalEntry> journal(UUID run) {
    return jdbc.sql(
            """
            select seq, step, attempt, state, at, node, token, request_id, payload_hash, evidence
            from runbooks.journal where run = :run order by seq
            """)
        .param("run", run)
        .query(
            (row, _) ->
                new JournalEntry(
                    row.getLong("seq"),
                    row.getString("step"),
                    row.getInt("attempt"),
                    row.getString("state"),
                    Timestamps.read(row, "at"),
                    row.getObject("node", UUID.class),
                    row.getLong("token"),
                    row.getString("request_id"),
                    row.getString("payload_hash"),
                    Documents.read(row.getString("evidence"), MAP)))
        .list();
  }

  // Locks: one run per app.

  /** Takes the lock and answers nothing, or answers who holds it. */
  Optional<UUID> takeLock(String key, UUID run, String reason, Instant now) {
    jdbc.sql(
            """
            insert into runbooks.run_lock (key, run, reason, acquired_at)
            values (:key, :run, :reason, :now) on conflict (key) do nothing
            """)
        .param("key", key)
        .param("run", run)
        .param("reason", reason)
        .param("now", Timestamps.of(now))
        .update();
    return jdbc.sql("select run from runbooks.run_lock where key = :key for update")
        .param("key", key)
        .query(UUID.class)
        .optional()
        .filter(holder -> !holder.equals(run));
  }

  void freeLocks(UUID run) {
    jdbc.sql("delete from runbooks.run_lock where run = :run").param("run", run).update();
  }

  List<String> locks(UUID run) {
    return jdbc.sql("select key from runbooks.run_lock where run = :run order by key")
        .param("run", run)
        .query((row, _) -> row.getString("key"))
        .list();
  }

  private Run run(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var incident = row.getObject("incident", UUID.class);
    return new Run(
        id,
        plans.find(row.getObject("plan", UUID.class)).orElseThrow(),
        Run.Status.valueOf(row.getString("status")),
        row.getString("title"),
        row.getString("app"),
        new PersonId(row.getObject("starter", UUID.class)),
        incident == null ? null : new IncidentId(incident),
        Timestamps.read(row, "started_at"),
        Timestamps.readNullable(row, "ended_at"),
        Timestamps.readNullable(row, "paused_at"),
        row.getString("detail"),
        Timestamps.readNullable(row, "due_at"),
        row.getBoolean("stop_requested"),
        row.getLong("token"),
        steps(id));
  }

  private List<RunStep> steps(UUID run) {
    return jdbc.sql(
            """
            select step, position, status, attempts, started_at, ended_at, intent_at, deadline_at,
                   detail, coalesce(result, '{}') as result, request_ids, resolved
            from runbooks.run_step where run = :run order by position, step
            """)
        .param("run", run)
        .query(
            (row, _) ->
                new RunStep(
                    row.getString("step"),
                    row.getInt("position"),
                    RunStep.State.valueOf(row.getString("status")),
                    row.getInt("attempts"),
                    Timestamps.readNullable(row, "started_at"),
                    Timestamps.readNullable(row, "ended_at"),
                    Timestamps.readNullable(row, "intent_at"),
                    Timestamps.readNullable(row, "deadline_at"),
                    row.getString("detail"),
                    Documents.read(row.getString("result"), MAP),
                    Documents.read(row.getString("request_ids"), TEXTS),
                    Documents.read(row.getString("resolved"), PlannedStep.class)))
        .list();
  }
}
