package farol.alerting.escalation;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ladders under way, as rows with the instant at which each is due. Joins transactions. */
@Repository
class Escalations {
  /** Where a ladder stands. */
  enum State {
    CLIMBING,
    EXHAUSTED,
    ENDED,
    PARKED
  }

  /** A ladder under way, locked. */
  record Due(
      UUID id,
      AlertGroupId group,
      String policySlug,
      int policyVersion,
      Plan.Position position,
      State state,
      Instant dueAt,
      int failures) {}

  private final JdbcClient jdbc;

  Escalations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a ladder that is due at once; false when the group has one under way. */
  boolean begin(AlertGroupId group, EscalationPolicy policy, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.escalation
                  (id, group_id, policy_slug, policy_version, pass, level, state, next_due_at,
                   began_at, told, failures)
                values (:id, :group, :policy, :version, 1, 0, 'CLIMBING', :now, :now, false, 0)
                on conflict do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("group", group.value())
            .param("policy", policy.slug())
            .param("version", policy.version())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  void end(AlertGroupId group, String reason, Instant now) {
    jdbc.sql(
            """
            update alerting.escalation
            set state = 'ENDED', ended_at = :now, end_reason = :reason, next_due_at = null
            where group_id = :group and state <> 'ENDED'
            """)
        .param("group", group.value())
        .param("reason", reason)
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Locks the ladder that has been due longest, skipping those another node holds. */
  Optional<Due> lockDue(Instant now) {
    return jdbc.sql(
            """
            select id, group_id, policy_slug, policy_version, pass, level, state, next_due_at,
                   failures
            from alerting.escalation
            where next_due_at <= :now
            order by next_due_at
            limit 1
            for update skip locked
            """)
        .param("now", Timestamps.of(now))
        .query(Escalations::due)
        .optional();
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        new AlertGroupId(row.getObject("group_id", UUID.class)),
        row.getString("policy_slug"),
        row.getInt("policy_version"),
        new Plan.Position(row.getInt("pass"), row.getInt("level")),
        State.valueOf(row.getString("state")),
        Timestamps.read(row, "next_due_at"),
        row.getInt("failures"));
  }

  void moveTo(UUID id, Plan.Position position, State state, @Nullable Instant nextDueAt) {
    jdbc.sql(
            """
            update alerting.escalation
            set pass = :pass, level = :level, state = :state, next_due_at = :due, failures = 0,
                error = null
            where id = :id
            """)
        .param("id", id)
        .param("pass", position.pass())
        .param("level", position.level())
        .param("state", state.name())
        .param("due", Timestamps.ofNullable(nextDueAt))
        .update();
  }

  /** Puts off a ladder that could not be moved on; without an instant it is parked. */
  void putOff(UUID id, String error, @Nullable Instant until) {
    jdbc.sql(
            """
            update alerting.escalation
            set failures = failures + 1, error = :error, next_due_at = :until,
                state = case when cast(:until as timestamptz) is null then 'PARKED' else state end
            where id = :id and state <> 'ENDED'
            """)
        .param("id", id)
        .param("error", error)
        .param("until", Timestamps.ofNullable(until))
        .update();
  }

  /** Makes a ladder due now if it still waits at this level. */
  boolean hurry(UUID id, Plan.Position position, Instant now) {
    return jdbc.sql(
                """
                update alerting.escalation set next_due_at = :now
                where id = :id and pass = :pass and level = :level and state = 'CLIMBING'
                  and next_due_at > :now
                """)
            .param("id", id)
            .param("pass", position.pass())
            .param("level", position.level())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Makes the repetition of the last resort due by {@code at} if it would come later. */
  void hurryLastResort(UUID id, Instant at) {
    jdbc.sql(
            """
            update alerting.escalation set next_due_at = :at
            where id = :id and state = 'EXHAUSTED' and next_due_at > :at
            """)
        .param("id", id)
        .param("at", Timestamps.of(at))
        .update();
  }

  /** Groups of exhausted ladders of which alerts do not know yet. */
  List<AlertGroupId> untold(int limit) {
    return jdbc.sql(
            """
            select group_id from alerting.escalation
            where state = 'EXHAUSTED' and not told limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> new AlertGroupId(row.getObject("group_id", UUID.class)))
        .list();
  }

  void told(AlertGroupId group) {
    jdbc.sql("update alerting.escalation set told = true where group_id = :group and not told")
        .param("group", group.value())
        .update();
  }
}
