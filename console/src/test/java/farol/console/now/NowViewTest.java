package farol.console.now;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.frame.ViewTest;
import org.junit.jupiter.api.Test;

class NowViewTest extends ViewTest {
  @Test
  void opensWithASentenceAndProvesIt() {
    as("ana");
    var summary = triggered("Now");

    var now = text(navigate(NowView.class));

    assertThat(now)
        .containsPattern("You are (not )?on call")
        .contains("wait", summary, "Triggered", "Coming", "On call", "What customers read");
  }

  @Test
  void anAlertIsTakenWhereItStands() {
    as("ana");
    var summary = triggered("Taken on Now");
    var now = navigate(NowView.class);
    var before = text(now);

    press("Acknowledge");

    assertThat(before).contains(summary);
    assertThat(text(now)).isNotEqualTo(before);
  }
}
