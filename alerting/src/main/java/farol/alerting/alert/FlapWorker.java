package farol.alerting.alert;

import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages groups that fired again inside the window of their last page, once that is over. */
@Component
public class FlapWorker {
  static final int BATCH_MAX = 100;

  private final JdbcGroupRows groups;
  private final GroupSettlement settlement;
  private final InstantSource clock;

  FlapWorker(JdbcGroupRows groups, GroupSettlement settlement, InstantSource clock) {
    this.groups = groups;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  @Transactional
  public void tick() {
    var now = clock.instant();
    for (var group : groups.claimPagingAgain(now, BATCH_MAX)) {
      settlement.begin(group, now);
    }
  }
}
