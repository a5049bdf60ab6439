package farol.alerting.alert;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity that Prometheus and Alertmanager give a set of labels: FNV-1a of 64 bits over the
 * sorted names and values, each followed by the byte 0xFF ({@code LabelSet.Fingerprint} of
 * prometheus/common).
 */
public final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int SEPARATOR = 0xFF;

  private Fingerprint() {}

  /** 16 hexadecimal digits. Labels without a value do not count. */
  public static String of(Map<String, String> labels) {
    var hash = OFFSET;
    for (var label : new TreeMap<>(labels).entrySet()) {
      if (!label.getValue().isEmpty()) {
        hash = with(with(hash, label.getKey()), label.getValue());
      }
    }
    return "%016x".formatted(hash);
  }

  private static long with(long hash, String text) {
    var mixed = hash;
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      mixed = (mixed ^ (octet & 0xFF)) * PRIME;
    }
    return (mixed ^ SEPARATOR) * PRIME;
  }
}
