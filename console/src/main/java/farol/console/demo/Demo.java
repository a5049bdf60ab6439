package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.console.start.FirstStartStep;
import farol.console.start.Installation;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seeds the platform Caminho, once, when the installation was started as a demo. */
@Component
class Demo implements FirstStartStep {
  private static final String FACT = "demo-seeded";
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final List<DemoRoom> rooms;
  private final Installation installation;
  private final InstantSource clock;
  private final boolean wanted;

  Demo(
      List<DemoRoom> rooms,
      Installation installation,
      InstantSource clock,
      @Value("${farol.demo:false}") boolean wanted) {
    this.rooms = rooms;
    this.installation = installation;
    this.clock = clock;
    this.wanted = wanted;
  }

  @Override
  public void run(Actor administrator) {
    var now = clock.instant();
    if (!wanted || !installation.write(FACT, "caminho", now)) {
      return;
    }
    rooms.stream()
        .sorted(Comparator.comparingInt(DemoRoom::order))
        .forEach(
            room -> {
              LOG.info("Seeding {}", room.getClass().getSimpleName());
              room.seed(administrator, now);
            });
  }
}
