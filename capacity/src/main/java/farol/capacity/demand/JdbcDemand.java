package farol.capacity.demand;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sources, series and observations in their tables. */
@Component
class JdbcDemand {
  private static final int CLAIM_MAX = 50;
  private final JdbcClient jdbc;

  JdbcDemand(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One value of one series. */
  record Value(UUID series, Instant at, double value) {}

  /** Takes the sources that are due, for the lease from now on. */
  List<Source> claimDue(Instant now, Duration lease) {
    return jdbc.sql(
            """
            update capacity.source set lease_until = :until
            where id in (
              select id from capacity.source
              where next_due_at <= :now and (lease_until is null or lease_until <= :now)
              order by next_due_at limit :limit for update skip locked)
            returning *
            """)
        .param("until", Timestamps.of(now.plus(lease)))
        .param("now", Timestamps.of(now))
        .param("limit", CLAIM_MAX)
        .query(JdbcDemand::source)
        .list();
  }

  /** Gives the source back with what became of it. */
  void release(Source source, Instant nextDueAt) {
    jdbc.sql(
            """
            update capacity.source
            set state = :state, state_text = :text, state_since = :since, attempts = :attempts,
              next_due_at = :due, lease_until = null
            where id = :id
            """)
        .param("state", source.state().name())
        .param("text", source.text())
        .param("since", Timestamps.ofNullable(source.stateSince()))
        .param("attempts", source.attempts())
        .param("due", Timestamps.of(nextDueAt))
        .param("id", source.id())
        .update();
  }

  List<Source> sources() {
    return jdbc.sql("select * from capacity.source order by kind, id")
        .query(JdbcDemand::source)
        .list();
  }

  /** Notes the apps that the platform has, and that it has no others. */
  void see(UUID source, Duration step, Collection<AppSeen> apps) {
    for (var app : apps) {
      jdbc.sql(
              """
              insert into capacity.series
                (id, slug, quantity, step_seconds, unit, source, region, size, dynos, present)
              values
                (:id, :slug, 'REQUESTS', :step, 'requests/s', :source, :region, :size, :dynos, true)
              on conflict (slug) do update
              set region = :region, size = :size, dynos = :dynos, present = true
              """)
          .param("id", UUID.randomUUID())
          .param("slug", app.name())
          .param("step", step.toSeconds())
          .param("source", source)
          .param("region", app.pool().region())
          .param("size", app.pool().size())
          .param("dynos", app.dynos())
          .update();
    }
    jdbc.sql(
            """
            update capacity.series set present = false, dynos = 0
            where source = :source and present and slug <> all (:names)
            """)
        .param("source", source)
        .param("names", apps.stream().map(AppSeen::name).toArray(String[]::new))
        .update();
  }

  Map<String, UUID> ids() {
    return series().stream()
        .collect(java.util.stream.Collectors.toMap(SeriesRow::slug, SeriesRow::id));
  }

  List<SeriesRow> series() {
    return jdbc.sql("select * from capacity.series order by slug")
        .query(JdbcDemand::seriesRow)
        .list();
  }

  Optional<SeriesRow> series(String slug) {
    return jdbc.sql("select * from capacity.series where slug = :slug")
        .param("slug", slug)
        .query(JdbcDemand::seriesRow)
        .optional();
  }

  /** Stores values; a later answer for the same step replaces the earlier. */
  void store(List<Value> values) {
    jdbc.sql(
            """
            insert into capacity.observation (series, at, value)
            select * from unnest(:series::uuid[], :at::timestamptz[], :value::float8[])
            on conflict (series, at) do update set value = excluded.value
            """)
        .param(
            "series",
            values.stream().map(value -> value.series().toString()).toArray(String[]::new))
        .param("at", values.stream().map(value -> value.at().toString()).toArray(String[]::new))
        .param("value", values.stream().map(Value::value).toArray(Double[]::new))
        .update();
  }

  void pulledUntil(UUID source, Instant until) {
    jdbc.sql("update capacity.source set pulled_until = :until where id = :id")
        .param("until", Timestamps.of(until))
        .param("id", source)
        .update();
  }

  /** The sum over these series, by step, of what was measured from {@code from} on. */
  List<Value> sums(Collection<UUID> series, Instant from) {
    return jdbc.sql(
            """
            select at, sum(value) as value from capacity.observation
            where series = any (:series::uuid[]) and at >= :from
            group by at order by at
            """)
        .param("series", series.stream().map(UUID::toString).toArray(String[]::new))
        .param("from", Timestamps.of(from))
        .query(
            (row, number) ->
                new Value(new UUID(0, 0), Timestamps.read(row, "at"), row.getDouble("value")))
        .list();
  }

  private static Source source(ResultSet row, int number) throws SQLException {
    return new Source(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("expression"),
        Duration.ofSeconds(row.getInt("step_seconds")),
        Source.State.valueOf(row.getString("state")),
        row.getString("state_text"),
        Timestamps.readNullable(row, "state_since"),
        row.getInt("attempts"),
        Timestamps.readNullable(row, "pulled_until"));
  }

  private static SeriesRow seriesRow(ResultSet row, int number) throws SQLException {
    return new SeriesRow(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        Duration.ofSeconds(row.getInt("step_seconds")),
        new PoolKey(row.getString("region"), row.getString("size")),
        row.getInt("dynos"),
        row.getBoolean("present"));
  }
}
