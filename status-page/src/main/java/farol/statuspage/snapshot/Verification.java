package farol.statuspage.snapshot;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether a set may be served: signature, hashes, order and chain. */
public final class Verification {
  private Verification() {}

  /** Refuses a set that is not whole, not signed by a trusted key, or does not follow. */
  public static void check(SnapshotSet set, Trust trust, @Nullable SnapshotSet served) {
    mustFollow(set.manifest(), served);
    check(set, trust);
  }

  /** Refuses a set that is not whole or not signed by a trusted key. */
  public static void check(SnapshotSet set, Trust trust) {
    var key = key(set);
    mustBeSigned(set, key);
    set.manifest().files().forEach(entry -> mustBeWhole(entry, set.bodies()));
    trust.accept(key);
  }

  private static void mustFollow(Manifest next, @Nullable SnapshotSet served) {
    if (served == null) {
      return;
    }
    var last = served.manifest().sequence();
    if (next.sequence() <= last) {
      throw new BadSet(
          "manifest.json", "is number %d, not after %d".formatted(next.sequence(), last));
    }
    if (next.sequence() == last + 1 && !served.hash().equals(next.previous())) {
      throw new BadSet("manifest.json", "does not name the set before it");
    }
  }

  private static PublicKeyFile key(SnapshotSet set) {
    for (var entry : set.manifest().files()) {
      var body = set.bodies().get(entry.identity());
      if (entry.path().equals(Manifest.KEY_PATH) && body != null) {
        return PublicKeyFile.read(body);
      }
    }
    throw new BadSet("manifest.json", "names no key");
  }

  private static void mustBeSigned(SnapshotSet set, PublicKeyFile key) {
    if (!ManifestJson.isCanonical(set.manifestBytes())) {
      throw new BadSet("manifest.json", "is not in its canonical form");
    }
    var signature = set.manifest().signature();
    if (signature == null || !key.kid().equals(set.manifest().keyId())) {
      throw new BadSet("manifest.json", "is not signed by the key it names");
    }
    try {
      var signed = ManifestJson.unsigned(set.manifestBytes());
      var decoded = Base64.getDecoder().decode(signature);
      // The last character of base64 has bits that say nothing: only one spelling is the signature.
      if (!Base64.getEncoder().encodeToString(decoded).equals(signature)
          || !key.signed(signed, decoded)) {
        throw new BadSet("manifest.json", "has a wrong signature");
      }
    } catch (IllegalArgumentException notBase64) {
      throw new BadSet("manifest.json", "has a signature that is not base64");
    }
  }

  private static void mustBeWhole(Manifest.Entry entry, Map<String, byte[]> bodies) {
    for (var encoding : Encoding.values()) {
      var hash = entry.sha256().get(encoding.token());
      if (hash == null) {
        continue;
      }
      var name = entry.file() + encoding.suffix();
      var body = bodies.get(hash);
      if (body == null) {
        throw new BadSet(name, "is missing");
      }
      if (!Hashes.sha256(body).equals(hash)) {
        throw new BadSet(name, "does not have the hash of the manifest");
      }
    }
  }
}
