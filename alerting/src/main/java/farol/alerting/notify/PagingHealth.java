package farol.alerting.notify;

import farol.alerting.storage.Timestamps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How paging itself fares, for the page <i>System</i> and for metrics. */
@Service
public class PagingHealth {
  private static final Duration RECENT = Duration.ofHours(1);

  /**
   * How late the engine is.
   *
   * @param dueLadders ladders due and not yet moved on
   * @param ladderLag how long the oldest of them has been due
   * @param duePages pages due and not yet taken
   * @param pageLag how long the oldest of them has been due
   * @param parked ladders that could not be moved on and wait for a person
   * @param waitingForMailServer mails queued because no mail server is configured
   */
  public record Engine(
      long dueLadders,
      Duration ladderLag,
      long duePages,
      Duration pageLag,
      long parked,
      long waitingForMailServer) {}

  /**
   * What a channel did within the last hour.
   *
   * @param lastSentAt ever; null when nothing was sent yet
   * @param lastError in the provider's words; null when the last hour had none
   */
  public record ChannelLine(
      String channel,
      boolean configured,
      long sent,
      long failed,
      @Nullable Instant lastSentAt,
      @Nullable String lastError) {}

  private final JdbcClient jdbc;
  private final MailTransport mail;

  PagingHealth(JdbcClient jdbc, MailTransport mail, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.mail = mail;
    meters.gauge("farol_alerting_due_rows", this, PagingHealth::dueRows);
  }

  /** Rows that have something ahead of them: ladders and pages. */
  private double dueRows() {
    return jdbc.sql(
            """
            select (select count(*) from alerting.escalation where next_due_at is not null)
                 + (select count(*) from alerting.page where due_at is not null)
            """)
        .query(Long.class)
        .single();
  }

  public Engine engine(Instant now) {
    return jdbc.sql(
            """
            select
              (select count(*) from alerting.escalation where next_due_at <= :now) as ladders,
              (select min(next_due_at) from alerting.escalation where next_due_at <= :now)
                as ladder_since,
              (select count(*) from alerting.page where due_at <= :now) as pages,
              (select min(due_at) from alerting.page where due_at <= :now) as page_since,
              (select count(*) from alerting.escalation where state = 'PARKED') as parked,
              (select count(*) from alerting.page
               where due_at is not null and state = 'PLANNED' and reason = :noServer) as waiting
            """)
        .param("now", Timestamps.of(now))
        .param("noServer", PageClaims.NO_MAIL_SERVER)
        .query(
            (row, _) ->
                new Engine(
                    row.getLong("ladders"),
                    since(Timestamps.readNullable(row, "ladder_since"), now),
                    row.getLong("pages"),
                    since(Timestamps.readNullable(row, "page_since"), now),
                    row.getLong("parked"),
                    row.getLong("waiting")))
        .single();
  }

  private static Duration since(@Nullable Instant since, Instant now) {
    return since == null ? Duration.ZERO : Duration.between(since, now);
  }

  public List<ChannelLine> channels(Instant now) {
    return jdbc.sql(
            """
            select c.channel,
              (select count(*) from alerting.page p
               where p.channel = c.channel and p.sent_at > :since) as sent,
              (select count(*) from alerting.page_attempt a join alerting.page p on p.id = a.page_id
               where p.channel = c.channel and a.ended_at > :since
                 and a.outcome in ('TEMPORARY', 'PERMANENT')) as failed,
              (select max(sent_at) from alerting.page p where p.channel = c.channel) as last_sent,
              (select a.answer from alerting.page_attempt a join alerting.page p on p.id = a.page_id
               where p.channel = c.channel and a.ended_at > :since
                 and a.outcome in ('TEMPORARY', 'PERMANENT')
               order by a.ended_at desc limit 1) as last_error
            from (values ('EMAIL'), ('WEBHOOK'), ('BROWSER')) as c(channel)
            """)
        .param("since", Timestamps.of(now.minus(RECENT)))
        .query(
            (row, _) ->
                new ChannelLine(
                    row.getString("channel"),
                    !row.getString("channel").equals("EMAIL") || mail.isConfigured(),
                    row.getLong("sent"),
                    row.getLong("failed"),
                    Timestamps.readNullable(row, "last_sent"),
                    row.getString("last_error")))
        .list();
  }
}
