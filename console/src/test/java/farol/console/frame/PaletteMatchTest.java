package farol.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaletteMatchTest {
  @Test
  void fitsWhenEveryWordStandsSomewhere() {
    assertThat(PaletteMatch.fits("Acknowledge #1042: 5xx share on router", "router ack")).isTrue();
    assertThat(PaletteMatch.fits("Acknowledge #1042: 5xx share on router", "router snooze"))
        .isFalse();
    assertThat(PaletteMatch.fits("Now", "")).isTrue();
  }

  @Test
  void marksTheMatchAndKeepsTheText() {
    var marked = PaletteMatch.marked("Service backup, data team", "ACK");

    assertThat(marked.getTextRecursively()).isEqualTo("Service backup, data team");
    assertThat(marked.getChildren().filter(child -> !child.isTextNode()).findFirst())
        .hasValueSatisfying(mark -> assertThat(mark.getText()).isEqualTo("ack"));
  }

  @Test
  void textFromOutsideStaysText() {
    var marked = PaletteMatch.marked("<img src=x onerror=alert(1)>", "img");

    assertThat(marked.getOuterHTML()).doesNotContain("<img");
  }
}
