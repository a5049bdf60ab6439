package farol.statuspage.uptime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Percentages in exact integers, always rounded down. */
public final class Percents {
  private Percents() {}

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

  /**
   * What is kept when {@code lost} permille-milliseconds of {@code covered} milliseconds are lost.
   */
  public static @Nullable String kept(long lost, long covered, int places) {
    return of(1000 * covered - lost, 1000 * covered, places);
  }
}
