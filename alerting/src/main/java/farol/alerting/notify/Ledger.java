package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.Urgency;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The write-ahead ledger of pages. Every method joins the caller's transaction. */
@Repository
class Ledger {
  static final Duration LEASE = Duration.ofSeconds(15);
  static final int ANSWER_MAX = 500;

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a page that is to be sent; a repetition of the same rule entry changes nothing. */
  void plan(Pager.Rung rung, @Nullable PersonId person, Reach.Way way, Instant now) {
    var due = Timestamps.of(now.plus(way.after()));
    row(rung, person)
        .param("channel", way.channel().name())
        .param("method", way.contactMethod())
        .param("address", way.address())
        .param("rule", way.rule())
        .param("state", PageState.PLANNED.name())
        .param("reason", null)
        .param("planned", due)
        .param("due", due)
        .update();
  }

  /** Writes a row that says why nobody is reached. */
  void note(Pager.Rung rung, @Nullable PersonId person, String reason, Instant now) {
    row(rung, person)
        .param("channel", null)
        .param("method", null)
        .param("address", null)
        .param("rule", null)
        .param("state", PageState.CANCELLED.name())
        .param("reason", reason)
        .param("planned", Timestamps.of(now))
        .param("due", null)
        .update();
  }

  private JdbcClient.StatementSpec row(Pager.Rung rung, @Nullable PersonId person) {
    var group = rung.group();
    return jdbc.sql(
            """
            insert into alerting.page
              (id, escalation_id, group_id, alert_id, dedup_key, service_id, urgency, person_id,
               pass, level, target, channel, contact_method_id, address, rule, state, reason,
               accepted_at, planned_for, due_at, attempts, possible_duplicate)
            values (:id, :escalation, :group, :alert, :dedupKey, :service, :urgency, :person,
               :pass, :level, :target, :channel, :method, :address, :rule, :state, :reason,
               :accepted, :planned, :due, 0, false)
            on conflict do nothing
            """)
        .param("id", PageId.random().value())
        .param("escalation", rung.escalation())
        .param("group", group.id().value())
        .param("alert", group.cause().value())
        .param("dedupKey", group.dedupKey())
        .param("service", group.service().value())
        .param("urgency", group.urgency().name())
        .param("person", person == null ? null : person.value())
        .param("pass", rung.pass())
        .param("level", rung.level())
        .param("target", rung.target())
        .param("accepted", Timestamps.of(group.acceptedAt()));
  }

  void cancelPlanned(AlertGroupId group, String reason) {
    jdbc.sql(
            """
            update alerting.page set state = 'CANCELLED', reason = :reason, due_at = null
            where group_id = :group and state = 'PLANNED'
            """)
        .param("group", group.value())
        .param("reason", reason)
        .update();
  }

  /** Locks up to {@code limit} pages due by {@code now}, most pressing first. */
  List<Page> lockDue(Instant now, int limit) {
    return jdbc.sql(
            """
            select id, escalation_id, group_id, alert_id, urgency, person_id, pass, level, channel,
                   contact_method_id, address, state, accepted_at, attempts, possible_duplicate
            from alerting.page
            where due_at <= :now
            order by urgency = 'LOW', pass > 1 or level <> 1, planned_for, position
            limit :limit
            for update skip locked
            """)
        .param("now", Timestamps.of(now))
        .param("limit", limit)
        .query(Ledger::page)
        .list();
  }

  private static Page page(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    return new Page(
        new PageId(row.getObject("id", UUID.class)),
        row.getObject("escalation_id", UUID.class),
        new AlertGroupId(row.getObject("group_id", UUID.class)),
        new AlertId(row.getObject("alert_id", UUID.class)),
        Urgency.valueOf(row.getString("urgency")),
        person == null ? null : new PersonId(person),
        row.getInt("pass"),
        row.getInt("level"),
        ChannelType.valueOf(row.getString("channel")),
        row.getObject("contact_method_id", UUID.class),
        row.getString("address"),
        PageState.valueOf(row.getString("state")),
        Timestamps.read(row, "accepted_at"),
        row.getInt("attempts"),
        row.getBoolean("possible_duplicate"));
  }

  /** Settles a page that will not be sent, or not again. */
  void settle(PageId page, PageState state, String reason) {
    jdbc.sql(
            """
            update alerting.page set state = :state, reason = :reason, due_at = null
            where id = :id
            """)
        .param("id", page.value())
        .param("state", state.name())
        .param("reason", reason)
        .update();
  }

  /** Puts a page off without an attempt. */
  void postpone(PageId page, String reason, Instant until) {
    jdbc.sql("update alerting.page set reason = :reason, due_at = :until where id = :id")
        .param("id", page.value())
        .param("reason", reason)
        .param("until", Timestamps.of(until))
        .update();
  }

  /** Records the intent of one more attempt, under a lease. */
  void begin(Page begun, Instant now) {
    endAttempt(begun.id(), begun.attempts() - 1, "UNKNOWN", "no answer within the lease", now);
    jdbc.sql(
            """
            update alerting.page
            set state = 'INTENT', intent_at = :now, attempts = :attempts, due_at = :lease,
                possible_duplicate = :duplicate, reason = null
            where id = :id
            """)
        .param("id", begun.id().value())
        .param("now", Timestamps.of(now))
        .param("lease", Timestamps.of(now.plus(LEASE)))
        .param("attempts", begun.attempts())
        .param("duplicate", begun.possibleDuplicate())
        .update();
    jdbc.sql(
            """
            insert into alerting.page_attempt (page_id, number, intent_at)
            values (:id, :number, :now)
            """)
        .param("id", begun.id().value())
        .param("number", begun.attempts())
        .param("now", Timestamps.of(now))
        .update();
  }

  void endAttempt(PageId page, int number, String outcome, String answer, Instant now) {
    jdbc.sql(
            """
            update alerting.page_attempt
            set ended_at = :now, outcome = :outcome, answer = :answer
            where page_id = :id and number = :number and outcome is null
            """)
        .param("id", page.value())
        .param("number", number)
        .param("outcome", outcome)
        .param("answer", answer.substring(0, Math.min(answer.length(), ANSWER_MAX)))
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Records that the channel took it; false when a later attempt has taken over. */
  boolean sent(Page page, Instant now) {
    return jdbc.sql(
                """
                update alerting.page
                set state = case when state = 'VERIFIED' then state else 'SENT' end,
                    sent_at = :now, due_at = null, reason = null
                where id = :id and attempts = :attempts and sent_at is null
                  and state in ('INTENT', 'UNKNOWN', 'VERIFIED')
                """)
            .param("id", page.id().value())
            .param("attempts", page.attempts())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Plans another attempt; false when a later one has taken over. */
  boolean retry(Page page, String reason, Instant at) {
    return jdbc.sql(
                """
                update alerting.page set state = 'PLANNED', reason = :reason, due_at = :at
                where id = :id and attempts = :attempts and state = 'INTENT'
                """)
            .param("id", page.id().value())
            .param("attempts", page.attempts())
            .param("reason", reason.substring(0, Math.min(reason.length(), ANSWER_MAX)))
            .param("at", Timestamps.of(at))
            .update()
        == 1;
  }

  boolean fail(Page page, String reason) {
    return jdbc.sql(
                """
                update alerting.page set state = 'FAILED', reason = :reason, due_at = null
                where id = :id and attempts = :attempts and state = 'INTENT'
                """)
            .param("id", page.id().value())
            .param("attempts", page.attempts())
            .param("reason", reason.substring(0, Math.min(reason.length(), ANSWER_MAX)))
            .update()
        == 1;
  }

  /** Makes failures of one escalation wait for each other, so that the last one knows it is. */
  void oneAtATime(UUID escalation) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:escalation, 0))")
        .param("escalation", escalation.toString())
        .query((_, _) -> true)
        .list();
  }

  /** Writes one more way to the person of a page that failed. */
  void planAfter(Page failed, Reach.Way way, Instant now) {
    jdbc.sql(
            """
            insert into alerting.page
              (id, escalation_id, group_id, alert_id, dedup_key, service_id, urgency, person_id,
               pass, level, target, channel, contact_method_id, address, rule, state, reason,
               accepted_at, planned_for, due_at, attempts, possible_duplicate)
            select :id, escalation_id, group_id, alert_id, dedup_key, service_id, urgency,
               person_id, pass, level, target, :channel, :method, :address, :rule, 'PLANNED', null,
               accepted_at, :now, :now, 0, false
            from alerting.page where id = :failed
            on conflict do nothing
            """)
        .param("id", PageId.random().value())
        .param("failed", failed.id().value())
        .param("channel", way.channel().name())
        .param("method", way.contactMethod(), Types.OTHER)
        .param("address", way.address())
        .param("rule", way.rule())
        .param("now", Timestamps.of(now))
        .update();
  }

  /** Starts the person's next method of this level at once, if one is still waiting its time. */
  boolean startNextMethod(Page page, Instant now) {
    return jdbc.sql(
                """
                update alerting.page set due_at = :now
                where id = (
                  select id from alerting.page
                  where escalation_id = :escalation and person_id = :person and pass = :pass
                    and level = :level and state = 'PLANNED' and attempts = 0 and due_at > :now
                    and id <> :id
                  order by due_at limit 1)
                """)
            .param("id", page.id().value())
            .param("escalation", page.escalation())
            .param("person", page.person() == null ? null : page.person().value())
            .param("pass", page.pass())
            .param("level", page.level())
            .param("now", Timestamps.of(now))
            .update()
        > 0;
  }

  /** Whether nothing of this level can still reach, or has reached, anybody. */
  boolean allFailed(Page page) {
    return jdbc.sql(
            """
            select not exists (
              select from alerting.page
              where escalation_id = :escalation and pass = :pass and level = :level
                and channel is not null and state <> 'FAILED')
            """)
        .param("escalation", page.escalation())
        .param("pass", page.pass())
        .param("level", page.level())
        .query(Boolean.class)
        .single();
  }

  /** Whether the person was, or is to be, reached by mail at this level. */
  boolean hasMail(Page page) {
    return jdbc.sql(
            """
            select exists (
              select from alerting.page
              where escalation_id = :escalation and pass = :pass and level = :level
                and person_id = :person and channel = 'EMAIL')
            """)
        .param("escalation", page.escalation())
        .param("pass", page.pass())
        .param("level", page.level())
        .param("person", page.person() == null ? null : page.person().value())
        .query(Boolean.class)
        .single();
  }

  /** Takes the one use of a page's link; false when it was used. */
  boolean useLink(PageId page, Instant now) {
    return jdbc.sql(
                """
                update alerting.page
                set link_used_at = :now, verified_at = :now, state = 'VERIFIED', due_at = null
                where id = :id and link_used_at is null
                """)
            .param("id", page.value())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  boolean isLinkUsed(PageId page) {
    return jdbc.sql("select link_used_at is not null from alerting.page where id = :id")
        .param("id", page.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
