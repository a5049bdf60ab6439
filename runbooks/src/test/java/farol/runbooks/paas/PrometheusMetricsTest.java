package farol.runbooks.paas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.250Z");

  private final List<String> forms = new ArrayList<>();
  private HttpServer server;
  private String answer = "";
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          forms.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Metrics metrics() {
    return new PrometheusMetrics("http://127.0.0.1:" + server.getAddress().getPort(), 1);
  }

  @Test
  void asksForTheInstantInPlainSecondsAndReadsAVector() throws Exception {
    answer =
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{"app":"ipe"},"value":[1795521600.25,"0.5"]}]}}
        """;

    var series = metrics().query("up", NOON);

    assertThat(forms.getFirst()).contains("time=1795521600.250");
    assertThat(series)
        .containsExactly(
            new Metrics.Series(Map.of("app", "ipe"), List.of(new Metrics.Point(NOON, 0.5))));
  }

  @Test
  void readsARangeWithoutItsEnd() throws Exception {
    answer =
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{},"values":[[1795521600,"1"],[1795521660,"NaN"]]}]}}
        """;

    var series = metrics().queryRange("up", NOON, NOON.plusSeconds(120), Duration.ofMinutes(1));

    assertThat(forms.getFirst()).contains("end=1795521660.250", "step=60.000");
    assertThat(series.getFirst().points()).hasSize(2);
  }

  @Test
  void tellsAWrongQueryFromASourceThatIsAway() {
    answer = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"not supported\"}";
    status = 422;
    assertThatThrownBy(() -> metrics().query("x", NOON))
        .isInstanceOf(PlatformRefused.class)
        .hasMessage("not supported");

    status = 503;
    assertThatThrownBy(() -> metrics().query("x", NOON)).isInstanceOf(PlatformUnavailable.class);
  }
}
