package farol.statuspage.snapshot;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which key's sets are believed. */
public final class Trust {
  private final AtomicReference<@Nullable PublicKeyFile> pinned = new AtomicReference<>();
  private final boolean pins;

  private Trust(@Nullable PublicKeyFile key, boolean pins) {
    this.pinned.set(key);
    this.pins = pins;
  }

  /** Only this key. */
  public static Trust of(PublicKeyFile key) {
    return new Trust(key, true);
  }

  /** The first key seen, and none after it. */
  public static Trust firstSeen() {
    return new Trust(null, true);
  }

  /** Whichever key the source names: for a source that is trusted itself. */
  public static Trust ofTheSource() {
    return new Trust(null, false);
  }

  void accept(PublicKeyFile key) {
    if (!pins) {
      return;
    }
    pinned.compareAndSet(null, key);
    if (!key.equals(pinned.get())) {
      throw new BadSet(
          "manifest.json",
          "is signed by key %s, which is not the trusted one".formatted(key.kid()));
    }
  }
}
