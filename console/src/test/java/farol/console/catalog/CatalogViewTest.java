package farol.console.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.frame.ViewTest;
import org.junit.jupiter.api.Test;

class CatalogViewTest extends ViewTest {
  private static final String KEY = "caminhoPagerDutyRouter0000000001";

  @Test
  void thoseWhoOwnTheServiceSeeTheKeyWithALineToPaste() {
    as("ana");

    open("catalog", "tab=integrations");

    assertThat(text(getCurrentView())).contains(KEY, "/v2/enqueue", "receivers:");
  }

  @Test
  void othersSeeThatThereIsOne() {
    as("cy");

    open("catalog", "tab=integrations");

    assertThat(text(getCurrentView())).contains("PagerDuty Events v2").doesNotContain(KEY);
  }
}
