package farol.alerting.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;

  GuardedHttpTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 302 : 200, 0);
          exchange.getResponseBody().write(new byte[GuardedHttp.BODY_MAX + 10]);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http://user@203.0.113.1/",
        "not an address"
      })
  void refusesWhatDoesNotLieOnThePublicInternet(String address) {
    assertThatThrownBy(() -> new GuardedHttp("").checked("address", address))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
  }

  @Test
  void refusesAtTheCallAsWell() {
    assertThatThrownBy(() -> new GuardedHttp("10.0.0.0/8").post(here(), Map.of(), new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("farol.outgoing.allowed");
    assertThat(asked).hasValue(0);
  }

  @Test
  void callsAnAllowedRangeCutsTheAnswerAndFollowsNoRedirect() throws IOException {
    var http = new GuardedHttp("loopback");

    assertThat(http.post(here(), Map.of(), new byte[0]).body()).hasSize(GuardedHttp.BODY_MAX);
    assertThat(http.get(here(), Map.of()).status()).isEqualTo(302);
    assertThat(asked).hasValue(2);
  }

  @Test
  void refusesARangeItCannotRead() {
    assertThatThrownBy(() -> new GuardedHttp("10.0.0.0/33"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.0.0.0/33");
  }

  private URI here() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }
}
