package farol.statuspage.edge;

import farol.statuspage.snapshot.BadSet;
import farol.statuspage.snapshot.Encoding;
import farol.statuspage.snapshot.Manifest;
import farol.statuspage.snapshot.ManifestJson;
import farol.statuspage.snapshot.SnapshotSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets from another edge or from a plain file server. A file server is asked for the names of
 * files; an edge, which knows only paths, for the same bytes by {@code Accept-Encoding}.
 */
public final class UrlSource implements SetSource {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final String base;
  private final Consumer<Instant> sourceTime;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private @Nullable String etag;

  /**
   * A source at an address.
   *
   * @param sourceTime hears the {@code Date} of each answer
   */
  public UrlSource(String address, Consumer<Instant> sourceTime) {
    this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.sourceTime = sourceTime;
  }

  @Override
  public Optional<SnapshotSet> newerThan(@Nullable SnapshotSet served) throws IOException {
    var asked = served == null ? null : etag;
    var answer = get(Manifest.PATH, Encoding.IDENTITY, asked);
    if (answer.statusCode() == NOT_MODIFIED) {
      return Optional.empty();
    }
    var bytes = body(answer, "manifest.json");
    var manifest = ManifestJson.read(bytes);
    if (served == null || manifest.sequence() != served.manifest().sequence()) {
      var bodies = bodies(manifest, served == null ? Map.of() : served.bodies());
      etag = answer.headers().firstValue("etag").orElse(null);
      return Optional.of(new SnapshotSet(manifest, bytes, bodies));
    }
    etag = answer.headers().firstValue("etag").orElse(null);
    return Optional.empty();
  }

  private Map<String, byte[]> bodies(Manifest manifest, Map<String, byte[]> known)
      throws IOException {
    var bodies = new HashMap<String, byte[]>();
    var byName = get("/index.html", Encoding.IDENTITY, null).statusCode() == OK;
    for (var entry : manifest.files()) {
      for (var encoding : Encoding.values()) {
        var hash = entry.sha256().get(encoding.token());
        if (hash == null) {
          continue;
        }
        var here = known.get(hash);
        if (here != null) {
          bodies.put(hash, here);
        } else if (!bodies.containsKey(hash)) {
          var path = byName ? "/" + entry.file() + encoding.suffix() : entry.path();
          var asked = byName ? Encoding.IDENTITY : encoding;
          bodies.put(hash, body(get(path, asked, null), entry.file() + encoding.suffix()));
        }
      }
    }
    return bodies;
  }

  private HttpResponse<InputStream> get(String path, Encoding encoding, @Nullable String ifNot)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER_TIMEOUT)
            .header("Accept-Encoding", encoding.token());
    if (ifNot != null) {
      request.header("If-None-Match", ifNot);
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.headers().firstValue("date").flatMap(UrlSource::instant).ifPresent(sourceTime);
      return answer;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while asking " + base, stopped);
    }
  }

  private static byte[] body(HttpResponse<InputStream> answer, String file) throws IOException {
    try (var stream = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException("%s answers %d".formatted(answer.uri(), answer.statusCode()));
      }
      var bytes = stream.readNBytes(BODY_BYTES_MAX + 1);
      if (bytes.length > BODY_BYTES_MAX) {
        throw new BadSet(file, "is larger than any file of a set");
      }
      return bytes;
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException broken) {
      return Optional.empty();
    }
  }
}
