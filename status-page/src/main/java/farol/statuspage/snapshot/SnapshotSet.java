package farol.statuspage.snapshot;

import java.util.Map;

/**
 * Every public byte of one moment.
 *
 * @param manifestBytes the manifest as it was signed
 * @param bodies by their hash; each form of each file
 */
@SuppressWarnings("ArrayRecordComponent") // Bodies are compared by their hash, never as records.
public record SnapshotSet(Manifest manifest, byte[] manifestBytes, Map<String, byte[]> bodies) {
  public SnapshotSet {
    bodies = Map.copyOf(bodies);
  }

  /** The hash by which the next manifest names this one. */
  public String hash() {
    return Hashes.sha256(manifestBytes);
  }
}
