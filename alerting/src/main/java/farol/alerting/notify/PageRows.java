package farol.alerting.notify;

import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger as doors answer them. */
final class PageRows {
  static final String SELECT =
      """
      select p.id, p.position, p.group_id, p.alert_id, p.dedup_key, w.handle, p.pass, p.level,
             p.target, p.channel, p.contact_method_id, p.rule, p.state, p.reason, p.accepted_at,
             p.planned_for, p.intent_at, p.sent_at, p.observed_at, p.attempts,
             p.possible_duplicate
      from alerting.page p left join alerting.person w on w.id = p.person_id
      """;

  private PageRows() {}

  static PageLine line(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new PageLine(
        id,
        row.getObject("alert_id", UUID.class),
        row.getString("dedup_key"),
        row.getString("handle"),
        row.getInt("pass"),
        row.getInt("level"),
        row.getString("target"),
        row.getString("channel"),
        row.getObject("contact_method_id", UUID.class),
        row.getString("rule"),
        row.getString("state"),
        row.getString("reason"),
        millis(Timestamps.read(row, "accepted_at")),
        millis(Timestamps.read(row, "planned_for")),
        millisOrNull(Timestamps.readNullable(row, "intent_at")),
        millisOrNull(Timestamps.readNullable(row, "sent_at")),
        millisOrNull(Timestamps.readNullable(row, "observed_at")),
        row.getInt("attempts"),
        row.getBoolean("possible_duplicate"),
        id);
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static @Nullable Instant millisOrNull(@Nullable Instant instant) {
    return instant == null ? null : millis(instant);
  }
}
