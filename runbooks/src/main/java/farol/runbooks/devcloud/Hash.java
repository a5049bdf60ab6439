package farol.runbooks.devcloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/** Deterministic numbers and ids: the same facts give the same platform on every node. */
public final class Hash {
  private Hash() {}

  /** An id made of names. */
  public static UUID id(Object... parts) {
    return UUID.nameUUIDFromBytes(
        ("farol:" + String.join("/", Arrays.stream(parts).map(String::valueOf).toList()))
            .getBytes(UTF_8));
  }

  /** Mixes numbers to 64 bits (the finaliser of SplitMix64). */
  public static long mix(long... values) {
    var mixed = 0x9E3779B97F4A7C15L;
    for (var value : values) {
      mixed += value;
      mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      mixed ^= mixed >>> 31;
    }
    return mixed;
  }

  /** A number in [0, 1) made of numbers. */
  public static double unit(long... values) {
    return (mix(values) >>> 11) * 0x1.0p-53;
  }

  /** 64 bits of a text. */
  public static long of(String text) {
    var id = id(text);
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
