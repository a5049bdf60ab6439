package farol.incidents.command;

import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes offers of command whose time is over. Two nodes may do so at once: one finds it done. */
@Component
class OfferWorker {
  private static final int BATCH = 50;

  private final JdbcCommands commands;
  private final CommandDesk desk;
  private final InstantSource clock;

  OfferWorker(JdbcCommands commands, CommandDesk desk, InstantSource clock) {
    this.commands = commands;
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void tick() {
    var now = clock.instant();
    for (var incident : commands.withOfferDue(now, BATCH)) {
      desk.expireOffer(incident, now);
    }
  }
}
