package farol.runbooks.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexmarkRendererTest {
  private final FlexmarkRenderer renderer = new FlexmarkRenderer(new SimpleMeterRegistry());

  @Test
  void laysOutADocument() {
    var html =
        renderer.html(
            """
            # T

            - [ ] Tell them {#comms manual role=commander}

            ```heroku {id=x}
            $ heroku ps
            ```

            | a | b |
            |---|---|
            | 1 | 2 |
            """);

    assertThat(html)
        .contains("<h1>T</h1>", "Tell them", "class=\"language-heroku\"", "<td>1</td>")
        .doesNotContain("#comms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](JaVaScRiPt&#58;alert(1))",
        "[a](javascript:alert(1))",
        "<a href=\"java\tscript:alert(1)\">a</a>",
        "[a](vbscript:x)",
        "[a](data:text/html,x)",
        "![a](http://elsewhere.example/x.png)",
        "![a](//elsewhere.example/x.png)",
        "<script>alert(1)</script>",
        "<a href=\"x\" onclick=\"alert(1)\">a</a>",
        "<p style=\"position:fixed\">a</p>",
        "<iframe src=\"x\"></iframe>",
        "<svg onload=alert(1)>"
      })
  void letsNothingThroughThatActs(String markdown) {
    assertThat(renderer.html(markdown).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain(
            "script", "onclick", "onload", "style=", "<iframe", "<svg", "data:", "elsewhere");
  }

  @Test
  void removesTheTargetOfADisguisedScript() {
    assertThat(renderer.html("[a](JaVaScRiPt&#58;alert(1))")).doesNotContain("href");
  }

  @Test
  void answersPlainTextWhereLayingOutDoesNotEnd() throws Exception {
    var hold = new CountDownLatch(1);
    var stuck =
        new FlexmarkRenderer(new SimpleMeterRegistry(), _ -> waitFor(hold), Duration.ofMillis(50));

    assertThat(stuck.html("<b>x</b>")).contains("took too long", "&lt;b&gt;x&lt;/b&gt;");
    assertThat(stuck.html("x")).contains("took too long");
    assertThat(stuck.html("x")).contains("switched off");
    hold.countDown();
  }

  @SuppressWarnings("EmptyCatch") // The thread is meant to go on as if nothing had happened.
  private static String waitFor(CountDownLatch hold) {
    while (true) {
      try {
        hold.await();
        return "";
      } catch (InterruptedException ignored) {
        // A stuck parser does not look at interrupts either.
      }
    }
  }

  @Test
  void survivesHostileSizes() {
    assertThat(renderer.html("*a **a ".repeat(9_000))).isNotEmpty();
    assertThat(renderer.html("[a](".repeat(60))).isNotEmpty();
  }
}
