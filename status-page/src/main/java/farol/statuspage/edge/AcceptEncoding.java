package farol.statuspage.edge;

import farol.statuspage.snapshot.Encoding;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the form of a body by {@code Accept-Encoding} (RFC 9110, 12.5.3): the highest q-value,
 * and among equals brotli before gzip before identity.
 */
final class AcceptEncoding {
  /** How many different headers are remembered; clients send few. */
  private static final int REMEMBERED_MAX = 256;

  /** What is not named is taken only when nothing named is there. */
  private static final int UNNAMED = 1;

  private static final int THOUSAND = 1000;

  private static final Map<String, EnumMap<Encoding, Integer>> REMEMBERED =
      new ConcurrentHashMap<>();

  private AcceptEncoding() {}

  static Encoding best(@Nullable String header, Set<Encoding> available) {
    if (header == null) {
      return Encoding.IDENTITY;
    }
    var weights = weights(header);
    var best = Encoding.IDENTITY;
    var most = weight(weights, Encoding.IDENTITY);
    for (var encoding : Encoding.values()) {
      var weight = weight(weights, encoding);
      if (available.contains(encoding)
          && (weight > most || (weight == most && encoding.compareTo(best) < 0))
          && weight > 0) {
        best = encoding;
        most = weight;
      }
    }
    return best;
  }

  private static EnumMap<Encoding, Integer> weights(String header) {
    var known = REMEMBERED.get(header);
    if (known != null) {
      return known;
    }
    var weights = parsed(header);
    if (REMEMBERED.size() < REMEMBERED_MAX) {
      REMEMBERED.put(header, weights);
    }
    return weights;
  }

  private static EnumMap<Encoding, Integer> parsed(String header) {
    var weights = new EnumMap<Encoding, Integer>(Encoding.class);
    var rest = -1;
    for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      var pieces = part.split(";", 2);
      var token = pieces[0].strip();
      var weight = pieces.length == 1 ? THOUSAND : weight(pieces[1].strip());
      if (token.equals("*")) {
        rest = weight;
      }
      for (var encoding : Encoding.values()) {
        if (encoding.token().equals(token)
            || (token.equals("x-gzip") && encoding == Encoding.GZIP)) {
          weights.put(encoding, weight);
        }
      }
    }
    for (var encoding : Encoding.values()) {
      var unnamed = encoding == Encoding.IDENTITY ? UNNAMED : 0;
      weights.putIfAbsent(encoding, rest < 0 ? unnamed : rest);
    }
    return weights;
  }

  private static int weight(EnumMap<Encoding, Integer> weights, Encoding encoding) {
    return weights.getOrDefault(encoding, 0);
  }

  private static int weight(String parameter) {
    if (!parameter.startsWith("q=")) {
      return THOUSAND;
    }
    try {
      return (int)
          (Math.clamp(Double.parseDouble(parameter.substring(2).strip()), 0, 1) * THOUSAND);
    } catch (NumberFormatException broken) {
      return 0;
    }
  }
}
