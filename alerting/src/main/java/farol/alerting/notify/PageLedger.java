package farol.alerting.notify;

import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the ledger: every page, and the sum of what became of every accepted trigger. */
@Service
public class PageLedger {
  public static final int UNACCOUNTED_SHOWN = 100;

  /** What to look for; null looks for everything. Instants are those of planning. */
  public record Filter(
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String integration,
      @Nullable String service,
      @Nullable String person,
      @Nullable String state,
      @Nullable UUID alert) {}

  /** What became of the triggers accepted in a period; {@code unaccounted} must be 0. */
  public record Reconciliation(
      long accepted,
      Map<String, Long> outcomes,
      long open,
      long unaccounted,
      List<UUID> unaccountedAlerts) {}

  private record Line(long position, PageLine line) {}

  private final JdbcClient jdbc;

  PageLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Oldest first; {@code cursor} is the {@code next} of the part before. */
  public Items<PageLine> pages(Filter filter, int limit, @Nullable String cursor) {
    var lines =
        jdbc.sql(
                PageRows.SELECT
                    + """
                    where (cast(:from as timestamptz) is null or p.planned_for >= :from)
                      and (cast(:until as timestamptz) is null or p.planned_for < :until)
                      and (cast(:integration as text) is null or p.alert_id in (
                        select a.id from alerting.alert a
                        join alerting.integration_key k on k.integration_id = a.integration_id
                        where k.key = :integration))
                      and (cast(:service as text) is null or p.service_id = (
                        select s.id from alerting.service s where s.slug = :service))
                      and (cast(:person as text) is null or w.handle = :person)
                      and (cast(:state as text) is null or p.state = :state)
                      and (cast(:alert as uuid) is null or p.alert_id = :alert)
                      and p.position > :after
                    order by p.position
                    limit :limit
                    """)
            .param("from", Timestamps.ofNullable(filter.from))
            .param("until", Timestamps.ofNullable(filter.until))
            .param("integration", filter.integration)
            .param("service", filter.service)
            .param("person", filter.person)
            .param("state", filter.state)
            .param("alert", filter.alert)
            .param("after", after(cursor))
            .param("limit", limit + 1)
            .query((row, n) -> new Line(row.getLong("position"), PageRows.line(row, n)))
            .list();
    var shown = lines.subList(0, Math.min(limit, lines.size()));
    var next = lines.size() > limit ? String.valueOf(shown.getLast().position) : null;
    return new Items<>(shown.stream().map(Line::line).toList(), next);
  }

  private static long after(@Nullable String cursor) {
    try {
      return cursor == null ? 0 : Long.parseLong(cursor);
    } catch (NumberFormatException wrong) {
      throw Refusal.invalid("cursor", "is the next of an earlier answer");
    }
  }

  private static final String ACCEPTED =
      """
      with accepted as (
        select a.id, a.outcome,
               exists (
                 select from alerting.escalation e
                 where e.group_id = a.group_id and e.state <> 'ENDED'
                   and (e.next_due_at is not null or exists (
                     select from alerting.page p
                     where p.escalation_id = e.id and p.due_at is not null))) as is_open
        from alerting.alert a
        where (cast(:from as timestamptz) is null or a.accepted_at >= :from)
          and (cast(:until as timestamptz) is null or a.accepted_at < :until)
          and (cast(:integration as text) is null or a.integration_id in (
            select k.integration_id from alerting.integration_key k where k.key = :integration)))
      """;

  /** Sets accepted triggers against outcomes and open duties. */
  public Reconciliation reconcile(
      @Nullable Instant from, @Nullable Instant until, @Nullable String integration) {
    var outcomes = new TreeMap<String, Long>();
    count(from, until, integration).forEach((kind, n) -> outcomes.put(kind, n));
    long open = takeOut(outcomes, "open");
    long unaccounted = takeOut(outcomes, "unaccounted");
    var accepted = open + unaccounted + outcomes.values().stream().mapToLong(n -> n).sum();
    return new Reconciliation(
        accepted, outcomes, open, unaccounted, lost(from, until, integration));
  }

  private static long takeOut(Map<String, Long> counts, String kind) {
    var count = counts.remove(kind);
    return count == null ? 0 : count;
  }

  private Map<String, Long> count(
      @Nullable Instant from, @Nullable Instant until, @Nullable String integration) {
    var counts = new TreeMap<String, Long>();
    accepted(
            """
            select coalesce(outcome, case when is_open then 'open' else 'unaccounted' end) as kind,
                   count(*) as n
            from accepted group by 1
            """,
            from,
            until,
            integration)
        .query((row, _) -> counts.put(row.getString("kind"), row.getLong("n")))
        .list();
    return counts;
  }

  private List<UUID> lost(
      @Nullable Instant from, @Nullable Instant until, @Nullable String integration) {
    return accepted(
            "select id from accepted where outcome is null and not is_open limit "
                + UNACCOUNTED_SHOWN,
            from,
            until,
            integration)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  private JdbcClient.StatementSpec accepted(
      String select,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String integration) {
    return jdbc.sql(ACCEPTED + select)
        .param("from", Timestamps.ofNullable(from))
        .param("until", Timestamps.ofNullable(until))
        .param("integration", integration);
  }
}
