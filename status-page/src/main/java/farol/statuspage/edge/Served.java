package farol.statuspage.edge;

import farol.statuspage.snapshot.Compression;
import farol.statuspage.snapshot.Encoding;
import farol.statuspage.snapshot.Hashes;
import farol.statuspage.snapshot.Manifest;
import farol.statuspage.snapshot.SnapshotSet;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** A verified set in memory, ready to be answered: a header block and a buffer for each form. */
final class Served {
  private static final String HTML = "text/html";

  private final SnapshotSet set;
  private final long validUntilMillis;
  private final Map<String, Resource> resources = new HashMap<>();

  /** One form of one path. The buffer is shared: each answer takes a slice of it. */
  record Form(String etag, HttpFields headers, HttpFields unchanged, ByteBuffer body) {}

  /** A path with its forms. */
  record Resource(String kind, Map<Encoding, Form> forms) {
    Form form(@Nullable String accept) {
      return Objects.requireNonNull(forms.get(AcceptEncoding.best(accept, forms.keySet())));
    }
  }

  Served(SnapshotSet set) {
    this.set = set;
    this.validUntilMillis = set.manifest().validUntil().toEpochMilli();
    set.manifest().files().forEach(entry -> resources.put(entry.path(), resource(entry)));
    resources.put(Manifest.PATH, manifest());
  }

  SnapshotSet set() {
    return set;
  }

  /** What a path answers at an instant: past the end of the set, only that nothing is known. */
  @Nullable Resource at(String path, long nowMillis) {
    if (nowMillis >= validUntilMillis) {
      var aged = resources.get(Manifest.UNKNOWN + path);
      if (aged != null) {
        return aged;
      }
    }
    return resources.get(path);
  }

  boolean isAged(long nowMillis) {
    return nowMillis >= validUntilMillis;
  }

  private Resource resource(Manifest.Entry entry) {
    var forms = new EnumMap<Encoding, Form>(Encoding.class);
    for (var encoding : Encoding.values()) {
      var hash = entry.sha256().get(encoding.token());
      if (hash != null) {
        var body = Objects.requireNonNull(set.bodies().get(hash));
        forms.put(encoding, form(entry, encoding, Hashes.etag(hash), body));
      }
    }
    return new Resource(kind(entry.type()), forms);
  }

  private Resource manifest() {
    var forms = new EnumMap<Encoding, Form>(Encoding.class);
    var bytes = set.manifestBytes();
    var entry =
        new Manifest.Entry(
            Manifest.PATH,
            "manifest.json",
            "application/json",
            "public, max-age=2",
            Hashes.etag(set.hash()),
            null,
            set.manifest().asOf(),
            Map.of(Encoding.IDENTITY.token(), set.hash()),
            Map.of());
    Compression.forms(bytes, 1)
        .forEach(
            (encoding, body) ->
                forms.put(encoding, form(entry, encoding, Hashes.etag(Hashes.sha256(body)), body)));
    return new Resource("manifest", forms);
  }

  private Form form(Manifest.Entry entry, Encoding encoding, String etag, byte[] bytes) {
    var unchanged =
        HttpFields.build()
            .put(HttpHeader.ETAG, etag)
            .put(HttpHeader.CACHE_CONTROL, entry.cache())
            .put(HttpHeader.VARY, "Accept-Encoding")
            .put(
                HttpHeader.LAST_MODIFIED,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    entry.modified().atOffset(ZoneOffset.UTC)))
            .put("X-Content-Type-Options", "nosniff")
            .put("Farol-Snapshot", String.valueOf(set.manifest().sequence()));
    if (entry.policy() == null) {
      unchanged.put("Access-Control-Allow-Origin", "*");
    } else {
      unchanged.put("Content-Security-Policy", entry.policy());
    }
    var headers =
        HttpFields.build(unchanged)
            .put(HttpHeader.CONTENT_TYPE, entry.type())
            .put(new HttpField(HttpHeader.CONTENT_LENGTH, String.valueOf(bytes.length)));
    if (encoding != Encoding.IDENTITY) {
      headers.put(HttpHeader.CONTENT_ENCODING, encoding.token());
    }
    var body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    return new Form(etag, headers.asImmutable(), unchanged.asImmutable(), body);
  }

  private static String kind(String type) {
    if (type.startsWith(HTML)) {
      return "page";
    }
    return type.startsWith("application/atom") ? "feed" : "data";
  }
}
