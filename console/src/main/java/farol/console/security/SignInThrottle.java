package farol.console.security;

import farol.alerting.storage.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing without locking people out: the wait grows with the failures of one name from one
 * address, so that the person it belongs to can still come in from their own.
 */
@Component
class SignInThrottle {
  static final int FREE_FAILURES = 5;
  static final Duration WAIT_MAX = Duration.ofMinutes(2);
  static final Duration FORGET_AFTER = Duration.ofMinutes(30);

  private final JdbcClient jdbc;

  SignInThrottle(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How long the next try must wait after this many failures, the last of them at {@code last}. */
  static Duration wait(int failures, Instant last, Instant now) {
    if (failures < FREE_FAILURES || now.isAfter(last.plus(FORGET_AFTER))) {
      return Duration.ZERO;
    }
    var doublings = Math.min(failures - FREE_FAILURES, 10);
    var wait = Duration.ofSeconds(2L << doublings);
    var capped = wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    var left = Duration.between(now, last.plus(capped));
    return left.isNegative() ? Duration.ZERO : left;
  }

  Duration wait(String handle, String origin, Instant now) {
    return jdbc.sql(
            """
            select failures, last_at from console.sign_in_failure
            where handle = :handle and origin = :origin
            """)
        .param("handle", handle)
        .param("origin", origin)
        .query((row, _) -> wait(row.getInt("failures"), Timestamps.read(row, "last_at"), now))
        .optional()
        .orElse(Duration.ZERO);
  }

  void failed(String handle, String origin, Instant now) {
    jdbc.sql(
            """
            insert into console.sign_in_failure (handle, origin, failures, last_at)
            values (:handle, :origin, 1, :now)
            on conflict (handle, origin) do update set
              failures = case when sign_in_failure.last_at < :forget then 1
                              else sign_in_failure.failures + 1 end,
              last_at = :now
            """)
        .param("handle", handle)
        .param("origin", origin)
        .param("now", Timestamps.of(now))
        .param("forget", Timestamps.of(now.minus(FORGET_AFTER)))
        .update();
  }

  void succeeded(String handle, String origin) {
    jdbc.sql("delete from console.sign_in_failure where handle = :handle and origin = :origin")
        .param("handle", handle)
        .param("origin", origin)
        .update();
  }
}
