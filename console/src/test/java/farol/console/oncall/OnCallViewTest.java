package farol.console.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.frame.ViewTest;
import org.junit.jupiter.api.Test;

class OnCallViewTest extends ViewTest {
  @Test
  void saysWhoIsOnCallForEachTeamAndShowsALanePerSchedule() {
    as("ana");

    var view = text(navigate(OnCallView.class));

    assertThat(view).contains("routing", "runtime", "Incident Commander", "until", "Your shifts");
    assertThat(find(Lanes.class).exists()).isTrue();
  }
}
