package farol.statuspage.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.storage.SettableClock;
import farol.statuspage.renderer.PageModel;
import farol.statuspage.renderer.SamplePage;
import farol.statuspage.renderer.SetPress;
import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.SigningKey;
import farol.statuspage.snapshot.SnapshotSet;
import farol.statuspage.snapshot.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final SettableClock clock = SettableClock.at("2026-11-23T03:12:10Z");
  @TempDir Path home;
  private SetPress press;
  private SetPress.Pressed first;
  private EdgeSite site;
  private EdgeServer server;

  @BeforeEach
  void start() {
    press = new SetPress(SigningKey.at(home.resolve("signing.key")));
    first = press.press(model(), null);
    site = new EdgeSite(Trust.firstSeen(), clock);
    site.refresh(_ -> Optional.of(first.set()));
    server = new EdgeServer(site, EdgeMeter.NONE, 0);
    server.start();
  }

  private PageModel model() {
    return PageModel.of(SamplePage.of(5, 1), clock.instant());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void servesThePageWithItsHeaders() {
    var page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page)).contains("Partial System Outage");
    assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "etag")).matches("\"[0-9a-f]{20}\"");
    assertThat(header(page, "cache-control"))
        .isEqualTo("public, max-age=10, stale-while-revalidate=30, stale-if-error=86400");
    assertThat(header(page, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(page, "farol-snapshot")).isEqualTo("1");
    assertThat(header(page, "last-modified")).isEqualTo("Mon, 23 Nov 2026 03:12:10 GMT");
    assertThat(header(page, "content-security-policy"))
        .contains("default-src 'none'; style-src 'sha256-", "script-src 'sha256-");
    assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "server");
  }

  @Test
  void servesDataToEveryOrigin() {
    var data = get("/api/v2/summary.json?ignored=yes");

    assertThat(data.statusCode()).isEqualTo(200);
    assertThat(header(data, "access-control-allow-origin")).isEqualTo("*");
    assertThat(header(data, "cache-control")).isEqualTo("public, max-age=10, stale-if-error=120");
    assertThat(get("/light").body()).hasSizeLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br, gzip|br", "gzip|gzip", "gzip;q=1, br;q=0.5|gzip", "br;q=0, gzip|gzip", "*|br",
        "identity|''", "deflate|''", "gzip;q=0|''", "GZIP|gzip", "br;q=0.3, identity;q=0.8|''",
        "identity;q=0, gzip|gzip"
      })
  void choosesTheFormByTheWeightsOfTheReader(String accept, String encoding) {
    var page = get("/", "Accept-Encoding", accept);

    assertThat(header(page, "content-encoding")).isEqualTo(encoding);
  }

  @Test
  void eachEncodingHasItsOwnStrongTag() {
    var plain = header(get("/"), "etag");
    var gzip = header(get("/", "Accept-Encoding", "gzip"), "etag");
    var brotli = header(get("/", "Accept-Encoding", "br"), "etag");

    assertThat(java.util.Set.of(plain, gzip, brotli)).hasSize(3);
    assertThat(get("/", "Accept-Encoding", "br", "If-None-Match", gzip).statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersNotModifiedToEveryFormOfTheQuestion() {
    var etag = header(get("/history.atom"), "etag");

    for (var asked :
        new String[] {etag, "W/" + etag, "\"x,y\", " + etag, "\"other\" , W/" + etag, "*"}) {
      var answer = get("/history.atom", "If-None-Match", asked);

      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(header(answer, "etag")).isEqualTo(etag);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(get("/history.atom", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadWithoutABody() {
    var head = send("HEAD", "/");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo(String.valueOf(get("/").body().length));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    var post = send("POST", "/");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(header(post, "allow")).isEqualTo("GET, HEAD");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(header(get("/nowhere"), "content-type")).startsWith("text/html");
    assertThat(header(get("/api/v2/nowhere.json"), "content-type"))
        .isEqualTo("application/problem+json");
    assertThat(get("/../../etc/passwd").statusCode()).isIn(400, 404);
  }

  @Test
  void agesByItselfOnEveryChannelAndIsFreshAgainWithTheNextSet() {
    clock.advance(Duration.ofSeconds(90));

    var page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page)).contains("data-indicator=\"unknown\"");
    assertThat(header(page, "cache-control")).isEqualTo("public, max-age=5");
    assertThat(text(get("/light"))).isEqualTo("U\n");
    assertThat(text(get("/api/v2/status.json"))).contains("Status unknown since");
    assertThat(text(get("/status.json"))).contains("\"state\":\"unknown\"");
    assertThat(text(get("/badge.json"))).contains("\"color\":\"lightgrey\"", "\"isError\":true");

    var next =
        press.press(
            model(), new SetPress.Before(first.set(), first.content(), first.contentSince()));
    site.refresh(_ -> Optional.of(next.set()));

    assertThat(header(get("/"), "farol-snapshot")).isEqualTo("2");
    assertThat(text(get("/light"))).isEqualTo("R\n");
  }

  @Test
  void aTamperedSetIsNotServedAndTheLastGoodOneStays() {
    clock.advance(Duration.ofSeconds(30));
    var next =
        press
            .press(model(), new SetPress.Before(first.set(), first.content(), first.contentSince()))
            .set();
    var bodies = new java.util.HashMap<>(next.bodies());
    bodies.replaceAll((hash, body) -> body.length < 5 ? new byte[] {'G', '\n'} : body);
    site.refresh(_ -> Optional.of(new SnapshotSet(next.manifest(), next.manifestBytes(), bodies)));

    assertThat(header(get("/"), "farol-snapshot")).isEqualTo("1");

    site.refresh(_ -> Optional.of(first.set()));
    assertThat(header(get("/"), "farol-snapshot")).isEqualTo("1");
  }

  @Test
  void saysUnknownWhileThereIsNoSet() {
    try (var empty = new EdgeServer(new EdgeSite(Trust.firstSeen(), clock), EdgeMeter.NONE, 0)) {
      empty.start();
      server.close();
      server = empty;

      assertThat(get("/").statusCode()).isEqualTo(503);
      assertThat(text(get("/api/v2/summary.json"))).contains("\"state\":\"unknown\"");
    }
  }

  @Test
  void aTakenPortIsOneClearLine() {
    var other = new EdgeServer(site, EdgeMeter.NONE, server.port());

    assertThatThrownBy(other::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Port %d is in use: stop what uses it, or set FAROL_STATUS_PORT to a free one"
                .formatted(server.port()));
  }

  @Test
  void servesAFolderAloneAndAnotherEdgeServesItOnward() throws IOException {
    SetFolder.write(home.resolve("site"), first.set());
    var folder = new EdgeOptions.Serve(home.resolve("site").toString(), 0, null);
    try (var alone = EdgeMain.serve(folder, clock)) {
      var url = new EdgeOptions.Serve("http://localhost:" + alone.port(), 0, null);
      try (var onward = EdgeMain.serve(url, clock)) {
        server.close();
        server = onward;

        assertThat(header(get("/"), "farol-snapshot")).isEqualTo("1");
        assertThat(get("/manifest.json").body()).isEqualTo(first.set().manifestBytes());
      }
    }
  }

  @Test
  void verifyNamesTheFirstBadFile() throws IOException {
    var folder = SetFolder.write(home.resolve("site"), first.set());
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(EdgeMain.verify(home.resolve("site"), print, print)).isZero();

    Files.writeString(folder.resolve("light"), "G\n");

    assertThat(EdgeMain.verify(home.resolve("site"), print, print)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("light does not have the hash");
  }
}
