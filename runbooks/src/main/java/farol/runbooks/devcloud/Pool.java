package farol.runbooks.devcloud;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The calls that accounts have left. It fills by the real clock: clients wait in real time. */
@Component("devcloudPool")
public class Pool {
  private final JdbcPool pool;
  private final InstantSource clock;

  Pool(JdbcPool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Takes one call and answers what is left; below 0 the pool is empty and nothing was taken. */
  public int take(Account account) {
    return pool.take(account.email(), 1, clock.instant());
  }

  /** What is left, without taking any. */
  public int left(Account account) {
    return pool.take(account.email(), 0, clock.instant());
  }
}
