package farol.statuspage.uptime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Percentages in exact integers, always rounded down. */
final class Percent {
  private Percent() {}

  /** {@code floor(100 · part / whole)} to that many places; null when there is no whole. */
  static @Nullable String of(long part, long whole, int places) {
    if (whole <= 0) {
      return null;
    }
    var scaled =
        BigInteger.valueOf(part)
            .multiply(BigInteger.TEN.pow(places + 2))
            .divide(BigInteger.valueOf(whole));
    return new BigDecimal(scaled, places).toPlainString();
  }
}
