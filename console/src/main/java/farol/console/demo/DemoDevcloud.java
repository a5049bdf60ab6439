package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.runbooks.devcloud.DevcloudDesk;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The apps of Caminho on the simulated platform, as if they had run for ten weeks. */
@Component
class DemoDevcloud implements DemoRoom {
  private final DevcloudDesk desk;

  DemoDevcloud(DevcloudDesk desk) {
    this.desk = desk;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    desk.load(administrator, "caminho");
  }
}
