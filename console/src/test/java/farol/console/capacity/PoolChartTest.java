package farol.console.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import farol.capacity.demand.Demand;
import farol.capacity.demand.PoolKey;
import farol.capacity.forecast.SeasonalNaive;
import farol.capacity.pool.Headroom;
import farol.capacity.pool.Pool;
import farol.capacity.pool.PoolStatus;
import farol.console.ui.Times;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PoolChartTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:20:00Z");
  private final Times times = new Times(ZoneOffset.UTC, () -> NOW);

  @Test
  void drawsHistoryForecastBandsAndCapacityAsOneWellFormedPicture() throws Exception {
    var svg = parsed(PoolChart.svg(status(300, false), times, 880, 300));

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(status(300, false).sentence());
    for (var part :
        List.of("c-history", "c-ahead", "c-band80", "c-band95", "c-capacity", "c-now")) {
      assertThat(count(svg, part)).as(part).isEqualTo(1);
    }
    assertThat(texts(svg)).contains("Now", "Carries 300/s", "Without a zone 200/s");
  }

  @Test
  void breaksTheLineWhereNothingWasMeasured() throws Exception {
    var svg = PoolChart.svg(status(300, true), times, 880, 300);

    assertThat(svg).isNotNull();
    assertThat(path(String.valueOf(svg), "c-history").chars().filter(sign -> sign == 'M'))
        .hasSize(2);
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void drawsNothingWithoutAForecast() {
    var empty =
        new PoolStatus(
            pool(), List.of(), Demand.none(Duration.ofHours(1)), null, null, null, false);

    assertThat(PoolChart.svg(empty, times, 880, 300)).isNull();
    assertThat(empty.sentence())
        .isEqualTo("us-east/standard-2x has too little history for a forecast.");
  }

  private static PoolStatus status(double capacity, boolean gap) {
    var values = new double[672];
    for (var hour = 0; hour < values.length; hour++) {
      values[hour] = 100 + 50 * Math.sin(2 * Math.PI * hour / 24);
    }
    if (gap) {
      Arrays.fill(values, 600, 610, Double.NaN);
    }
    var demand = new Demand(NOW.minus(Duration.ofHours(672)), Duration.ofHours(1), values);
    var forecast = SeasonalNaive.forecast(values, new int[] {168, 24}, 168).orElseThrow();
    var headroom = new Headroom(capacity, 150, 1 - 150 / capacity, 1 - 150 / capacity * 1.5, 0);
    return new PoolStatus(pool(), List.of(), demand, forecast, headroom, null, false);
  }

  private static Pool pool() {
    return new Pool(
        new UUID(0, 1),
        new PoolKey("us-east", "standard-2x"),
        "devcloud",
        List.of("a", "b", "c"),
        10,
        null,
        30.0,
        0,
        7,
        null,
        null);
  }

  private static Document parsed(@Nullable String svg) throws Exception {
    assertThat(svg).isNotNull();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(String.valueOf(svg).getBytes(StandardCharsets.UTF_8)));
  }

  private static long count(Document svg, String name) {
    var all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .filter(node -> node.getAttributes().getNamedItem("class") != null)
        .filter(node -> node.getAttributes().getNamedItem("class").getNodeValue().equals(name))
        .count();
  }

  private static List<String> texts(Document svg) {
    var all = svg.getElementsByTagName("text");
    return IntStream.range(0, all.getLength())
        .mapToObj(index -> all.item(index).getTextContent())
        .toList();
  }

  private static String path(String svg, String name) {
    var from = svg.indexOf("class=\"" + name + "\" d=\"");
    return svg.substring(svg.indexOf("d=\"", from) + 3, svg.indexOf("\"/>", from));
  }
}
