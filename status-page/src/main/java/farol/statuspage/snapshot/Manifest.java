package farol.statuspage.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot set holds, signed.
 *
 * @param sequence only rises
 * @param asOf when the renderer last knew the truth
 * @param validUntil after this instant nothing in the set may be believed
 * @param keyId which key signed it
 * @param previous the SHA-256 of the manifest before, null on the first
 * @param files both trees; paths of the aged one begin with {@code /unknown}
 * @param signature Ed25519 over the canonical JSON (RFC 8785) of everything else, in base64
 */
public record Manifest(
    int format,
    long sequence,
    Instant asOf,
    Instant validUntil,
    String keyId,
    @Nullable String previous,
    List<Entry> files,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String signature) {
  public static final int FORMAT = 1;

  /** Where the tree of the aged state begins. */
  public static final String UNKNOWN = "/unknown";

  /** The path of the manifest itself. */
  public static final String PATH = "/manifest.json";

  /** The path of the public key that signed the set. */
  public static final String KEY_PATH = "/.well-known/farol-status-key.json";

  public Manifest {
    for (var needed : List.of(asOf, validUntil, keyId)) {
      Objects.requireNonNull(needed);
    }
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path what readers ask for
   * @param file its name in the folder of the set
   * @param cache the {@code Cache-Control} it is served with
   * @param etag the entity tag of its identity form
   * @param policy the {@code Content-Security-Policy} of a page, null for others
   * @param modified when its bytes last changed
   * @param sha256 the hash of each form it is kept in, by the name of the encoding
   * @param bytes the length of each form
   */
  public record Entry(
      String path,
      String file,
      String type,
      String cache,
      String etag,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String policy,
      Instant modified,
      Map<String, String> sha256,
      Map<String, Integer> bytes) {
    public Entry {
      for (var needed : List.of(path, file, type, cache, etag, modified)) {
        Objects.requireNonNull(needed);
      }
      sha256 = Map.copyOf(sha256);
      Objects.requireNonNull(sha256.get(Encoding.IDENTITY.token()), "Every file has its own form");
      bytes = Map.copyOf(bytes);
    }

    public String identity() {
      return Objects.requireNonNull(sha256.get(Encoding.IDENTITY.token()));
    }
  }

  public Manifest signed(String withSignature) {
    return new Manifest(format, sequence, asOf, validUntil, keyId, previous, files, withSignature);
  }
}
