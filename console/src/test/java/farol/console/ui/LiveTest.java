package farol.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertResolved;
import farol.alerting.storage.Wakeups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;

class LiveTest {
  /** Remembers which channels were woken. */
  static final class RecordingWakeups implements Wakeups {
    final List<String> woken = new ArrayList<>();
    final List<String> heard = new ArrayList<>();

    @Override
    public void wake(String channel) {
      woken.add(channel);
    }

    @Override
    public void on(String channel, Runnable worker) {
      heard.add(channel);
    }
  }

  final RecordingWakeups wakeups = new RecordingWakeups();
  final Live live = new Live(wakeups);

  @Test
  void anEventOfARoomWakesTheNodesForItsTopic() {
    var event = new AlertResolved(AlertId.random(), AlertGroupId.random(), Instant.EPOCH);

    live.on(new PayloadApplicationEvent<>(this, event));

    assertThat(wakeups.woken).containsExactly("live_alerts");
  }

  @Test
  void anEventOfAnotherKindWakesNobody() {
    live.on(new PayloadApplicationEvent<>(this, "a text"));

    assertThat(wakeups.woken).isEmpty();
  }

  @Test
  void listensForEveryTopic() {
    assertThat(wakeups.heard).hasSameSizeAs(Topic.values());
  }
}
