package farol.runbooks.devcloud;

/**
 * How much is asked of an app, and what one dyno bears.
 *
 * @param requestsPerSecond what is offered on average
 * @param capacityPerDyno requests a second at which one dyno is fully used
 * @param serviceSeconds the mean time a dyno spends on one request
 * @param dailyCurve whether days, weeks and slow growth shape the offer
 */
public record Traffic(
    double requestsPerSecond, double capacityPerDyno, double serviceSeconds, boolean dailyCurve) {
  public static final double REQUESTS_MAX = 1_000_000;
  public static final double SERVICE_SECONDS_MAX = 60;

  /** An app that nobody calls. */
  public static final Traffic NONE = new Traffic(0, 25, 0.08, false);

  public Traffic {
    if (!(requestsPerSecond >= 0 && requestsPerSecond <= REQUESTS_MAX)) {
      throw new IllegalArgumentException("requestsPerSecond lies in 0 to 1000000");
    }
    if (!(capacityPerDyno > 0 && capacityPerDyno <= REQUESTS_MAX)) {
      throw new IllegalArgumentException("capacityPerDyno is above 0, at most 1000000");
    }
    if (!(serviceSeconds > 0 && serviceSeconds <= SERVICE_SECONDS_MAX)) {
      throw new IllegalArgumentException("serviceTime is above 0, at most PT60S");
    }
  }
}
