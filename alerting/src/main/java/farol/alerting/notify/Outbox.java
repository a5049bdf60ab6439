package farol.alerting.notify;

import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Mails as they were composed. Those that wait for a mail server are always kept; those that leave
 * are kept in a demo only, since they carry links that acknowledge.
 */
@Service
public class Outbox {
  /** A mail as the outbox shows it; {@code sentAt} is null while it waits. */
  public record Mail(
      UUID page,
      String to,
      String subject,
      String text,
      String html,
      Instant composedAt,
      @Nullable Instant sentAt) {}

  private final JdbcClient jdbc;
  private final boolean demo;

  Outbox(JdbcClient jdbc, @Value("${farol.demo:false}") boolean demo) {
    this.jdbc = jdbc;
    this.demo = demo;
  }

  /** Newest first. */
  public List<Mail> newest(int limit) {
    return jdbc.sql(
            """
            select page_id, recipient, subject, text_body, html_body, composed_at, sent_at
            from alerting.composed_mail order by composed_at desc, page_id limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Mail(
                    row.getObject("page_id", UUID.class),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("text_body"),
                    row.getString("html_body"),
                    Timestamps.read(row, "composed_at"),
                    Timestamps.readNullable(row, "sent_at")))
        .list();
  }

  void keep(ComposedMail mail, Instant now) {
    jdbc.sql(
            """
            insert into alerting.composed_mail
              (page_id, recipient, subject, text_body, html_body, composed_at)
            values (:page, :to, :subject, :text, :html, :now)
            on conflict (page_id) do nothing
            """)
        .param("page", mail.page())
        .param("to", mail.to())
        .param("subject", mail.subject())
        .param("text", mail.text())
        .param("html", mail.html())
        .param("now", Timestamps.of(now))
        .update();
  }

  void keepInDemo(ComposedMail mail, Instant now) {
    if (demo) {
      keep(mail, now);
    }
  }

  /** Marks the mail as gone; outside a demo nothing of it stays. */
  void sent(PageId page, Instant now) {
    var statement =
        demo
            ? "update alerting.composed_mail set sent_at = :now where page_id = :page"
            : "delete from alerting.composed_mail where page_id = :page and composed_at <= :now";
    jdbc.sql(statement).param("page", page.value()).param("now", Timestamps.of(now)).update();
  }
}
