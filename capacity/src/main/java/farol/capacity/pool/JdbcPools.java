package farol.capacity.pool;

import farol.alerting.storage.Timestamps;
import farol.capacity.demand.AppSeen;
import farol.capacity.demand.Discovered;
import farol.capacity.demand.PoolKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pools in their table; found on the platform, kept when they vanish. */
@Component
class JdbcPools implements Discovered {
  private static final int LEAD_TIME_DAYS = 7;
  private final JdbcClient jdbc;

  JdbcPools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void seen(
      String platform, List<AppSeen> apps, Map<String, List<String>> zones, Instant at) {
    var dynos = new TreeMap<PoolKey, Integer>();
    apps.forEach(app -> dynos.merge(app.pool(), app.dynos(), Integer::sum));
    jdbc.sql("update capacity.pool set dynos = 0 where platform = :platform")
        .param("platform", platform)
        .update();
    dynos.forEach(
        (key, count) -> {
          ensure(key, platform);
          jdbc.sql(
                  """
                  update capacity.pool
                  set platform = :platform, dynos = :dynos, seen_at = :at,
                    zones = case when cardinality(:zones::text[]) = 0 then zones else :zones end
                  where region = :region and size = :size
                  """)
              .param("platform", platform)
              .param("dynos", count)
              .param("at", Timestamps.of(at))
              .param("zones", zones.getOrDefault(key.region(), List.of()).toArray(String[]::new))
              .param("region", key.region())
              .param("size", key.size())
              .update();
        });
  }

  /** Makes the pool where there is none. */
  void ensure(PoolKey key, String platform) {
    jdbc.sql(
            """
            insert into capacity.pool
              (id, region, size, platform, zones, dynos, drained_share, lead_time_days)
            values (:id, :region, :size, :platform, '{}', 0, 0, :leadTime)
            on conflict (region, size) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("region", key.region())
        .param("size", key.size())
        .param("platform", platform)
        .param("leadTime", LEAD_TIME_DAYS)
        .update();
  }

  List<Pool> all() {
    return jdbc.sql("select * from capacity.pool order by region, size")
        .query(JdbcPools::pool)
        .list();
  }

  Optional<Pool> find(PoolKey key) {
    return jdbc.sql("select * from capacity.pool where region = :region and size = :size")
        .param("region", key.region())
        .param("size", key.size())
        .query(JdbcPools::pool)
        .optional();
  }

  /** Keeps what a person states of the pool. */
  void state(Pool pool) {
    jdbc.sql(
            """
            update capacity.pool
            set safe_rate = :safeRate, drained_share = :drained, lead_time_days = :leadTime,
              hosts = :hosts, quota = :quota
            where id = :id
            """)
        .param("safeRate", pool.safeRate())
        .param("drained", pool.drainedShare())
        .param("leadTime", pool.leadTimeDays())
        .param("hosts", pool.hosts())
        .param("quota", pool.quota())
        .param("id", pool.id())
        .update();
  }

  private static Pool pool(ResultSet row, int number) throws SQLException {
    return new Pool(
        row.getObject("id", UUID.class),
        new PoolKey(row.getString("region"), row.getString("size")),
        row.getString("platform"),
        Arrays.asList((String[]) row.getArray("zones").getArray()),
        row.getInt("dynos"),
        Timestamps.readNullable(row, "seen_at"),
        row.getObject("safe_rate", Double.class),
        row.getDouble("drained_share"),
        row.getInt("lead_time_days"),
        row.getObject("hosts", Integer.class),
        row.getObject("quota", Integer.class));
  }
}
