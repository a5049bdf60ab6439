package farol.statuspage.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import farol.statuspage.snapshot.Compression;
import farol.statuspage.snapshot.Encoding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PagesTest {
  /** What a phone on a slow network gets in the first flight of packets. */
  static final int PAGE_BYTES_MAX = 14_336;

  private static final Moment FRESH = new Moment(48_213, "9f2c61d09f2c", false);
  private static final Moment AGED = new Moment(48_213, "9f2c61d09f2c", true);

  @Test
  void fortyComponents90DaysAndThreeIncidentsFitTheBudget() {
    var model = PageModel.of(SamplePage.of(40, 3), SamplePage.NOW);

    for (var moment : new Moment[] {FRESH, AGED}) {
      var forms = Compression.forms(Pages.index(model, moment).getBytes(StandardCharsets.UTF_8));

      assertThat(forms.get(Encoding.GZIP)).hasSizeLessThan(PAGE_BYTES_MAX);
      assertThat(forms.get(Encoding.BROTLI)).hasSizeLessThan(PAGE_BYTES_MAX);
    }
  }

  @Test
  void drawsTheSameBytesForTheSameModelAndClock() {
    var once = PageModel.of(SamplePage.of(9, 2), SamplePage.NOW);
    var again = PageModel.of(SamplePage.of(9, 2), SamplePage.NOW);

    assertThat(Pages.index(once, FRESH)).isEqualTo(Pages.index(again, FRESH));
  }

  @Test
  void carriesTheMarksThatMachinesRead() {
    var model = PageModel.of(SamplePage.of(3, 1), SamplePage.NOW);

    var html = Pages.index(model, FRESH);

    assertThat(html)
        .contains("<body data-indicator=\"major\" data-as-of=\"2026-11-23T03:12:04Z\"")
        .contains("data-valid-until=\"2026-11-23T03:13:34Z\"")
        .contains(
            "<article data-incident=\"%s\" data-overdue=\"false\""
                .formatted(model.open().getFirst().id()))
        .contains(
            "<li data-component=\"%s\" data-state=\"degraded_performance\""
                .formatted(model.components().getFirst().id()))
        .contains("Next update by <time datetime=\"2026-11-23T03:27:04Z\"")
        .doesNotContain(" style=");
  }

  @Test
  void aBrokenPromiseIsSaidInPublic() {
    var model = PageModel.of(SamplePage.of(3, 1), SamplePage.NOW.plus(Duration.ofSeconds(901)));

    assertThat(Pages.index(model, FRESH))
        .contains("data-overdue=\"true\"")
        .contains("Update overdue since <time datetime=\"2026-11-23T03:27:04Z\">");
    assertThat(new String(StatusJson.status(model, FRESH), StandardCharsets.UTF_8))
        .contains("\"overdue\":true,\"overdueSince\":\"2026-11-23T03:27:04.000Z\"");
  }

  @Test
  void anAgedPageCallsNothingWell() {
    var model = PageModel.of(SamplePage.of(3, 1), SamplePage.NOW);

    var html = Pages.index(model, AGED);

    assertThat(html)
        .contains("data-indicator=\"unknown\"")
        .contains("Unknown since 03:12 UTC")
        .contains("data-state=\"unknown\" data-last=\"degraded_performance\"")
        .contains("last known: degraded in us-east, 03:12 UTC")
        .doesNotContain("data-state=\"operational\"")
        .doesNotContain("data-overdue=\"true\"");
  }

  @Test
  void whatPeopleTypeIsNeverMarkup() {
    assertThat(Html.escaped("<script>'\"&\u202Eevil\u0000"))
        .isEqualTo("&lt;script&gt;&#39;&#34;&amp;\uFFFDevil\uFFFD");
  }
}
