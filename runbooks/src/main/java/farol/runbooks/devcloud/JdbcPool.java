package farol.runbooks.devcloud;

import farol.alerting.storage.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what each account may still ask: a pool of tokens that fills again by the minute. */
@Component("devcloudJdbcPool")
class JdbcPool {
  static final int RATE_POOL = 4_500;
  static final double REFILL_PER_SECOND = 75 / 60.0;

  private final JdbcClient jdbc;

  JdbcPool(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes tokens where there are enough, and answers what is left; below 0 nothing was taken. */
  int take(String account, int tokens, Instant clock) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_pool (account, tokens, at)
            values (:account, :pool, :at)
            on conflict on constraint devcloud_pool_pk do nothing
            """)
        .param("account", account)
        .param("pool", RATE_POOL)
        .param("at", Timestamps.of(clock))
        .update();
    var left =
        jdbc.sql(
                """
                update runbooks.devcloud_pool
                set tokens = least(:pool, tokens
                      + :refill * greatest(0, extract(epoch from :at - at))) - :taken,
                  at = greatest(at, :at)
                where account = :account
                  and least(:pool, tokens
                      + :refill * greatest(0, extract(epoch from :at - at))) >= :taken
                returning tokens
                """)
            .param("account", account)
            .param("pool", RATE_POOL)
            .param("refill", REFILL_PER_SECOND)
            .param("taken", tokens)
            .param("at", Timestamps.of(clock))
            .query(Double.class)
            .optional();
    return left.map(Double::intValue).orElse(-1);
  }
}
